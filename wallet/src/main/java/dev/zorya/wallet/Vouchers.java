package dev.zorya.wallet;

import dev.zorya.wallet.credential.CredentialDesk;
import dev.zorya.wallet.trust.Proposal.Shown;
import java.util.Set;

/** The credentials of this wallet, as the trust policy sees them. */
record Vouchers(CredentialDesk desk) implements Showing {
    @Override
    public Set<Shown> holdingNow(String did) {
        return desk.holdingNow(did);
    }

    @Override
    public void ask(String did, Shown wanted) {
        desk.askForChannel(did, wanted, Texts.get("proof.channel"));
    }
}
