package dev.zorya.wallet;

import dev.zorya.wallet.trust.Proposal.Shown;
import java.util.Set;

/** What contacts have proven about themselves by credentials. */
interface Showing {
    /** Credentials that the contact has shown and that hold now, as far as their issuers can be asked. May block for seconds. */
    Set<Shown> holdingNow(String did);

    /** The contact is asked to show this one, for a channel that it proposed in vain. */
    void ask(String did, Shown wanted);
}
