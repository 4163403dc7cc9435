package dev.zorya.wallet.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contact in the making.
 *
 * @param id of this attempt
 * @param name as this person will call the contact, or what the other side calls itself
 * @param did of the other side; empty as long as it has not shown itself
 * @param invitedByUs we gave the invitation, they use it
 * @param since the beginning
 * @param problem null unless the state is {@link State#PROBLEM}
 */
public record ConnectionView(
        String id,
        String name,
        String did,
        State state,
        boolean invitedByUs,
        Instant since,
        @Nullable WalletProblem problem) {
    public enum State {
        /** The invitation waits for its use. */
        INVITED,
        CONNECTING,
        /** There is a connection; the proofs are under way. */
        CONNECTED,
        /** Both sides have proven themselves to each other; the contact is kept. */
        VERIFIED,
        PROBLEM
    }
}
