package dev.zorya.wallet.agent;

import dev.zorya.wallet.Problems;
import dev.zorya.wallet.api.ConnectionView;
import dev.zorya.wallet.api.ConnectionView.State;
import dev.zorya.wallet.api.WalletProblem;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One person whom this wallet meets through its agent, from the invitation on; kept as long as the connection lasts.
 *
 * @param id of the invitation, the same on both sides
 * @param connection the agent's id of it, or empty before there is one
 * @param name as this person calls the other one, or empty
 * @param label what the other side calls itself; proves nothing
 * @param did empty until it is proven
 * @param card what was proven to us, or empty
 * @param heard the other side says that our card is proven to it
 * @param invited by us
 * @param since the beginning, or the last new try
 * @param expires of the invitation
 * @param sent number of our newest card that went there
 * @param problem name of a {@link Code}, or empty
 * @param details what it was about
 */
record Attempt(
        String id,
        Step step,
        String connection,
        String name,
        String label,
        String did,
        String card,
        boolean heard,
        boolean invited,
        Instant since,
        Instant expires,
        long sent,
        String problem,
        String details) {
    enum Step {
        INVITED,
        CONNECTING,
        CONNECTED,
        VERIFIED
    }

    static Attempt inviting(String id, Instant now, Instant expires) {
        return new Attempt(id, Step.INVITED, "", "", "", "", "", false, true, now, expires, 0, "", "");
    }

    static Attempt accepting(String id, String name, String label, Instant now, Instant expires) {
        return new Attempt(id, Step.CONNECTING, "", name, label, "", "", false, false, now, expires, 0, "", "");
    }

    Attempt at(Step next, String connectionId, String theirLabel) {
        return new Attempt(
                id,
                next,
                connectionId,
                name,
                theirLabel,
                did,
                card,
                heard,
                invited,
                since,
                expires,
                sent,
                problem,
                details);
    }

    Attempt proven(String theirDid, String theirCard) {
        return new Attempt(
                id,
                step,
                connection,
                name,
                label,
                theirDid,
                theirCard,
                heard,
                invited,
                since,
                expires,
                sent,
                problem,
                details);
    }

    Attempt acknowledged() {
        return new Attempt(
                id, step, connection, name, label, did, card, true, invited, since, expires, sent, problem, details);
    }

    Attempt verified() {
        return new Attempt(
                id, Step.VERIFIED, connection, name, label, did, card, heard, invited, since, expires, sent, "", "");
    }

    Attempt failed(Code code, String what) {
        return new Attempt(
                id, step, connection, name, label, did, card, heard, invited, since, expires, sent, code.name(), what);
    }

    Attempt again(Instant now) {
        return new Attempt(id, step, connection, name, label, did, card, heard, invited, now, expires, sent, "", "");
    }

    Attempt told(long seq) {
        return new Attempt(
                id, step, connection, name, label, did, card, heard, invited, since, expires, seq, problem, details);
    }

    boolean open() {
        return step != Step.VERIFIED && problem.isEmpty();
    }

    @Nullable
    WalletProblem trouble() {
        return problem.isEmpty() ? null : Problems.of(Code.valueOf(problem), details, details);
    }

    ConnectionView view() {
        WalletProblem trouble = trouble();
        State state = trouble != null
                ? State.PROBLEM
                : switch (step) {
                    case INVITED -> State.INVITED;
                    case CONNECTING -> State.CONNECTING;
                    case CONNECTED -> State.CONNECTED;
                    case VERIFIED -> State.VERIFIED;
                };
        return new ConnectionView(id, name.isEmpty() ? label : name, did, state, invited, since, trouble);
    }
}
