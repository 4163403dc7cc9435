package dev.zorya.channel.sim.judge;

import dev.zorya.channel.ethereum.Dispute;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.StateScheme;
import dev.zorya.channel.value.SignedState;
import dev.zorya.channel.value.State;
import java.util.ArrayList;
import java.util.List;

/** Brings intents before the judge in their time, as a ledger has to (port Intent). */
public final class Clerk {
    private static final int DISPUTE = 0;

    private final StateScheme scheme;
    private final Judge judge;

    public Clerk(StateScheme scheme, Judge judge) {
        this.scheme = scheme;
        this.judge = judge;
    }

    /** What became of an intent. */
    public enum Progress {
        DONE,
        /** Its time has not come. */
        WAITS,
        /** The ledger has gone on without it. */
        OVER
    }

    /** Done where all that it brings is registered with these versions or higher ones. */
    public Progress register(Intent.Register intent, long time) throws Reverted {
        List<SignedState> tree = new ArrayList<>(List.of(intent.root()));
        tree.addAll(intent.subs());
        if (tree.stream().allMatch(this::isKnown)) {
            return Progress.DONE;
        }
        if (tree.stream().anyMatch(signed -> isTooLate(signed, time))) {
            return Progress.OVER;
        }
        judge.register(
                Filing.of(intent.root()), intent.subs().stream().map(Filing::of).toList(), time);
        return Progress.DONE;
    }

    private boolean isKnown(SignedState signed) {
        Dispute now = judge.dispute(signed.channel());
        return judge.isConcluded(signed.channel())
                || (now.isRegistered() && Long.compareUnsigned(now.version(), version(signed)) >= 0);
    }

    /** Something else stands there that cannot be refuted by this any more. */
    private boolean isTooLate(SignedState signed, long time) {
        Dispute now = judge.dispute(signed.channel());
        boolean same =
                now.stateHash().equals(scheme.stateHash(signed.transaction().state()));
        return now.isRegistered()
                && !same
                && (now.phase() != DISPUTE
                        || Long.compareUnsigned(time, now.timeout()) >= 0
                        || Long.compareUnsigned(now.version(), version(signed)) >= 0);
    }

    private static long version(SignedState signed) {
        return signed.transaction().state().version();
    }

    /** Waits for the dispute's timeout; over where something else is registered than what it follows. */
    public Progress progress(Intent.Progress intent, long time) throws Reverted {
        Dispute now = judge.dispute(intent.channel());
        boolean passed = Long.compareUnsigned(time, now.timeout()) >= 0;
        boolean disputed = now.phase() == DISPUTE;
        if (judge.isConcluded(intent.channel()) || !isRegistered(intent.from()) || (!disputed && passed)) {
            return Progress.OVER;
        }
        if (disputed && !passed) {
            return Progress.WAITS;
        }
        judge.progress(intent.params(), intent.from(), intent.to(), intent.actor(), intent.signature(), time);
        return Progress.DONE;
    }

    /** Waits until the root's time has passed; over where something else is registered than what it names. */
    public Progress conclude(Intent.Conclude intent, long time) throws Reverted {
        if (judge.isConcluded(intent.channel())) {
            return Progress.DONE;
        }
        List<State> tree = new ArrayList<>(List.of(intent.registered()));
        tree.addAll(intent.subs());
        if (!tree.stream().allMatch(this::isRegistered)) {
            return Progress.OVER;
        }
        Dispute root = judge.dispute(intent.channel());
        boolean grace = root.phase() == DISPUTE && root.hasApp();
        long end = root.timeout() + (grace ? root.challengeDuration() : 0);
        if (Long.compareUnsigned(time, end) < 0) {
            return Progress.WAITS;
        }
        judge.conclude(intent.params(), intent.registered(), intent.subs(), time);
        return Progress.DONE;
    }

    private boolean isRegistered(State state) {
        return judge.dispute(state.id()).stateHash().equals(scheme.stateHash(state));
    }

    /** The second one to conclude finds it done. */
    public Progress conclude(Intent.ConcludeFinal intent, long time) throws Reverted {
        if (!judge.isConcluded(intent.channel())) {
            judge.concludeFinal(
                    new Filing(
                            intent.params(),
                            intent.last().state(),
                            List.copyOf(intent.last().signatures().values())),
                    time);
        }
        return Progress.DONE;
    }
}
