package dev.zorya.ethereum.ledger;

import dev.zorya.channel.ethereum.Dispute;
import dev.zorya.channel.ethereum.EthereumEncoding;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.SignedState;
import dev.zorya.channel.value.State;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a registration or refutation would meet on the chain. One transaction brings the whole tree, and one channel that the
 * contract does not take makes all of it revert (ONCHAIN.md 5, register, step 4).
 */
final class RegisterPlan {
    private RegisterPlan() {}

    /** One channel of the tree, for the contract. */
    private enum Standing {
        /** Registered with exactly this state: passed over quietly. */
        SAME,
        /** Registered, or paid out, with another state of this version or a higher one: nothing to win, and the transaction reverts. */
        NEWER,
        /** Not registered, or with a lower version that can still be refuted. */
        OPEN,
        /** Registered, or paid out, with a lower version for good. */
        LOST
    }

    /** What is left to do, before the question of what is on its way. */
    private enum Outlook {
        NEEDED,
        COVERED,
        IMPOSSIBLE
    }

    static List<ChannelId> tree(Intent.Register register) {
        return states(register).map(State::id).toList();
    }

    static Plan plan(Intent.Register register, DisputeView view, Plan.Send send) {
        List<State> tree = states(register).toList();
        if (outlook(tree, view.sure()) != Outlook.NEEDED) {
            return new Plan.Done();
        }
        return switch (outlook(tree, view.now())) {
            case COVERED, IMPOSSIBLE -> new Plan.Wait();
            case NEEDED -> {
                DisputeView.Moment soon =
                        new DisputeView.Moment(view.soon(), view.now().time());
                yield outlook(tree, soon) == Outlook.COVERED ? new Plan.Wait() : send;
            }
        };
    }

    /** The deadline of a refutation that is not in the newest block; a first registration has none. */
    static Urgency urgency(Intent.Register register, DisputeView view, BigInteger stake) {
        List<State> tree = states(register).toList();
        DisputeView.Moment now = view.now();
        if (outlook(tree, now) != Outlook.NEEDED) {
            return new Urgency.None();
        }
        return now.disputes().stream()
                .filter(Dispute::isRegistered)
                .min(Comparator.comparing(Phases::timeout))
                .<Urgency>map(first -> Phases.urgency(first, stake))
                .orElse(new Urgency.None());
    }

    private static Stream<State> states(Intent.Register register) {
        return Stream.concat(Stream.of(register.root()), register.subs().stream())
                .map(SignedState::transaction)
                .map(transaction -> transaction.state());
    }

    private static Outlook outlook(List<State> tree, DisputeView.Moment moment) {
        Set<Standing> met = EnumSet.noneOf(Standing.class);
        for (int index = 0; index < tree.size(); index++) {
            met.add(standing(tree.get(index), moment.disputes().get(index), moment.time()));
        }
        if (met.contains(Standing.LOST)) {
            return Outlook.IMPOSSIBLE;
        }
        if (!met.contains(Standing.OPEN)) {
            return Outlook.COVERED;
        }
        return met.contains(Standing.NEWER) ? Outlook.IMPOSSIBLE : Outlook.NEEDED;
    }

    private static Standing standing(State ours, Dispute there, Instant time) {
        if (Phases.isUntouched(there)) {
            return Standing.OPEN;
        }
        Bytes hash = EthereumEncoding.stateHash(ours);
        if (there.stateHash().equals(hash)) {
            return Standing.SAME;
        }
        if (Long.compareUnsigned(there.version(), ours.version()) >= 0) {
            return Standing.NEWER;
        }
        boolean open = there.phase() == Phases.DISPUTE && time.isBefore(Phases.timeout(there));
        return open ? Standing.OPEN : Standing.LOST;
    }
}
