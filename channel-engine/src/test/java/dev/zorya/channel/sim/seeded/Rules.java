package dev.zorya.channel.sim.seeded;

import static dev.zorya.channel.sim.seeded.Violation.unless;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.Operation;
import dev.zorya.channel.core.Phase;
import dev.zorya.channel.ethereum.Dispute;
import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.sim.SimScheme;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What must hold after every step, whatever happens (DESIGN.md 3 and 10). Knows every signature that ever left a hand. */
final class Rules {
    private static final Map<Phase, Set<Phase>> WAYS = ways();

    private final SimScheme truth;
    private final Allocation initial;
    private final List<BigInteger> total;
    private final OptionalInt villain;
    private final boolean game;
    private final List<List<State>> moved = List.of(new ArrayList<>(), new ArrayList<>());
    private final List<List<State>> signed = List.of(new ArrayList<>(), new ArrayList<>());
    private final List<List<State>> counted = List.of(new ArrayList<>(), new ArrayList<>());
    private final List<Optional<Deadline>> deadlines = new ArrayList<>(List.of(Optional.empty(), Optional.empty()));

    /**
     * The last moment at which anything newer could be brought before the judge.
     *
     * @param newest version that both had signed by then
     */
    private record Deadline(long timeout, long newest) {}

    /** @param game the channel has an app: the {@link Game} */
    Rules(SimScheme truth, Allocation initial, OptionalInt villain, boolean game) {
        this.truth = truth;
        this.initial = initial;
        this.total = initial.sums();
        this.villain = villain;
        this.game = game;
    }

    private boolean isHonest(Party party) {
        return isHonest(party.index);
    }

    private boolean isHonest(int index) {
        return villain.isEmpty() || villain.getAsInt() != index;
    }

    /** All states that this party's signature is out for. */
    List<State> signedBy(int index) {
        return signed.get(index);
    }

    /** A message leaves: rules 1 and 2 for the signature in it. */
    void sent(Party party, Message message) {
        if (!isHonest(party)) {
            return;
        }
        switch (message) {
            case UpdateMessage.Update update -> {
                authority(party, update.state());
                signature(party, update.signature());
            }
            case UpdateMessage.Accept accept -> signature(party, accept.signature());
            case ChannelSync sync ->
                sync.transaction().map(tx -> tx.signatures().get(party.index)).ifPresent(own -> signature(party, own));
            default -> {}
        }
    }

    /** On the chain a signature is out as well. */
    void submitted(Party party, Intent intent) {
        switch (intent) {
            case Intent.ConcludeFinal conclude -> {
                if (isHonest(party)) {
                    signature(party, conclude.last().ordered().get(party.index));
                }
            }
            case Intent.Deposit deposit -> {}
            case Intent.Withdraw withdraw -> {}
            case Intent.Register register -> {
                if (isHonest(party)) {
                    signature(party, register.root().transaction().ordered().get(party.index));
                }
            }
            case Intent.Progress progress -> {
                if (isHonest(party)) {
                    moves(party, progress);
                }
            }
            case Intent.Conclude settle -> {}
        }
    }

    private void moves(Party party, Intent.Progress move) {
        Core.Kept kept = party.kept();
        unless(kept != null && kept.holds(move.signature()), party, "rule 1: what is sent is on the disk");
        State before = moved.get(party.index).contains(move.to()) ? null : move.from();
        if (before != null) {
            unless(party.orders.plays(), party, "rule 2: nobody moves who did not want to");
            unless(isMove(party, before, move.to(), party.index), party, "nobody moves against the rules of the app");
            moved.get(party.index).add(move.to());
        }
    }

    private boolean isMove(Party party, State from, State to, int actor) {
        var params = party.view().params();
        return game && params != null && Game.isMove(params, from, to, actor);
    }

    /** Newest state that both have signed, as this party knows. */
    Optional<State> newest(Party party) {
        List<State> known = counted.get(party.index);
        return known.isEmpty() ? Optional.empty() : Optional.of(known.getLast());
    }

    /** What stands before the judge when nothing newer can be said any more. */
    void registered(Party party, Dispute there) {
        State state = truth.hashed(there.stateHash());
        if (deadlines
                .get(party.index)
                .filter(end -> end.timeout() == there.timeout())
                .isPresent()) {
            // what the peer signs after that is no use to anybody, except that an end may still overtake the conclusion
            return;
        }
        newest(party)
                .filter(mine -> party.state() != null && party.state().phase().compareTo(Phase.FUNDING) >= 0)
                .ifPresent(mine -> {
                    deadlines.set(party.index, Optional.of(new Deadline(there.timeout(), mine.version())));
                    unless(
                            Long.compareUnsigned(state.version(), mine.version()) >= 0,
                            party,
                            "rule 8: what is older than what both have signed is refuted in time");
                });
    }

    /**
     * What stands before the judge was signed by whoever is honest, or follows from that by moves of the app.
     *
     * @param path the moves that the judge took to come there
     */
    void stands(State there, List<Intent.Progress> path) {
        State root = path.isEmpty() ? there : path.getFirst().from();
        for (int part = 0; part < signed.size(); part++) {
            unless(
                    !isHonest(part) || signed.get(part).contains(root),
                    "rule 2: what is before the judge was authorised by everybody");
        }
        for (Intent.Progress move : path) {
            unless(
                    game && Game.isMove(move.params(), move.from(), move.to(), move.actor()),
                    "nothing stands before the judge that the rules of the app do not allow");
            unless(
                    !isHonest(move.actor()) || moved.get(move.actor()).contains(move.to()),
                    "rule 2: nobody moves for somebody else");
        }
    }

    /** What the chain has concluded. */
    void concluded(Party party, Dispute there) {
        State state = truth.hashed(there.stateHash());
        deadlines
                .get(party.index)
                .map(Deadline::newest)
                .or(() -> newest(party).map(State::version))
                .ifPresent(mine -> unless(
                        state.isFinal() || Long.compareUnsigned(state.version(), mine) >= 0,
                        party,
                        "rule 8: what is concluded is not older than what both had signed in time"));
    }

    private void signature(Party party, Signature signature) {
        Core.Kept kept = party.kept();
        unless(kept != null && kept.holds(signature), party, "rule 1: what is sent is on the disk");
        State state = truth.signed(signature).orElseThrow(() -> new Violation("only states are signed"));
        List<State> mine = signed.get(party.index);
        if (mine.contains(state)) {
            return;
        }
        int different = isNeutral(party, state) ? 0 : 1;
        for (State other : mine) {
            unless(
                    !other.isFinal() || Long.compareUnsigned(state.version(), other.version()) < 0,
                    party,
                    "rule 2: nothing is signed beside a final state");
            if (other.version() == state.version() && !isNeutral(party, other)) {
                different++;
            }
        }
        unless(different <= 1, party, "rule 2: one state and the neutral one are signed for a version");
        mine.add(state);
        if (villain.isEmpty()) {
            onlyOne(party, state);
        }
    }

    private void onlyOne(Party party, State state) {
        List<State> others = signed.get(1 - party.index);
        for (State other : signed.get(party.index)) {
            unless(
                    other.version() != state.version()
                            || other.allocation().equals(state.allocation())
                            || !others.contains(other)
                            || !others.contains(state),
                    "rule 2: one fully signed state of a version");
        }
    }

    private boolean isNeutral(Party party, State state) {
        return state.version() > 0
                && counted(party, state.version() - 1)
                        .filter(before -> isSame(before, state))
                        .isPresent();
    }

    private Optional<State> counted(Party party, long version) {
        List<State> all = counted.get(party.index);
        for (int at = all.size() - 1; at >= 0; at--) {
            if (all.get(at).version() == version) {
                return Optional.of(all.get(at));
            }
        }
        return Optional.empty();
    }

    /** Nobody proposes what its person did not order. */
    private void authority(Party party, State state) {
        State before = counted(party, state.version() - 1)
                .orElseThrow(() -> new Violation("an update follows what " + party.name + " has fully signed"));
        if (game && !isSame(before, state)) {
            unless(isMove(party, before, state, party.index), party, "nobody moves against the rules of the app");
            unless(party.orders.plays(), party, "rule 2: nobody moves who did not want to");
            return;
        }
        for (int asset = 0; asset < initial.assets().size(); asset++) {
            BigInteger loss = before.balances()
                    .of(asset, party.index)
                    .subtract(state.balances().of(asset, party.index));
            unless(
                    loss.compareTo(party.orders.outstanding(asset)) <= 0,
                    party,
                    "rule 2: no more is proposed than the person ordered");
        }
        unless(
                !state.isFinal() || (party.orders.closes() && state.allocation().equals(before.allocation())),
                party,
                "rule 2: a channel ends as it stands and if the person ordered it");
    }

    /** Nobody has more or less, and an app stands where it stood. */
    private static boolean isSame(State from, State to) {
        return to.allocation().equals(from.allocation()) && to.data().equals(from.data());
    }

    /** The disk of a party holds something new. */
    void persisted(Party party, ChannelSnapshot view) {
        unless(view.allocation().sums().equals(total), party, "a state conserves the total");
        Transaction current = view.current();
        if (!isHonest(party) || current == null) {
            return;
        }
        if (view.phase().compareTo(Phase.WITHDRAWING) < 0) {
            counts(party, view, current);
            pending(party, view, current.state());
        }
        for (int asset = 0; asset < initial.assets().size(); asset++) {
            unless(
                    party.book
                            .balance(asset)
                            .equals(view.allocation().balances().of(asset, party.index)),
                    party,
                    "the book explains the balance");
        }
    }

    /** Rule 4, and that a version never comes back or changes. */
    private void counts(Party party, ChannelSnapshot view, Transaction current) {
        State state = current.state();
        List<State> known = counted.get(party.index);
        if (!known.isEmpty() && known.getLast().equals(state)) {
            return;
        }
        for (int part = 0; part < 2; part++) {
            Signature signature = current.signatures().get(part);
            unless(
                    signature != null
                            && view.params() != null
                            && truth.verify(
                                    truth.digest(state),
                                    signature,
                                    view.params().parts().get(part)),
                    party,
                    "rule 4: only what the chain would count counts as signed by both");
        }
        unless(
                known.isEmpty() || Long.compareUnsigned(known.getLast().version(), state.version()) < 0,
                party,
                "nothing goes back from what is fully signed");
        if (!known.isEmpty() && !signed.get(party.index).contains(state)) {
            consent(party, known.getLast(), state);
        }
        if (game && !known.isEmpty()) {
            State before = known.getLast();
            unless(
                    isSame(before, state)
                            || isMove(party, before, state, party.index)
                            || isMove(party, before, state, 1 - party.index),
                    party,
                    "what both have signed keeps the rules of the app");
        }
        known.add(state);
    }

    /** The peer's proposal: what it takes, the person has agreed to. */
    private void consent(Party party, State before, State after) {
        boolean agreed = party.orders.agreedTo(after) || isMove(party, before, after, 1 - party.index);
        for (int asset = 0; asset < initial.assets().size(); asset++) {
            unless(
                    agreed
                            || after.balances()
                                            .of(asset, party.index)
                                            .compareTo(before.balances().of(asset, party.index))
                                    >= 0,
                    party,
                    "rule 2: only what the person agreed to is given");
        }
        unless(agreed || !after.isFinal(), party, "rule 2: nothing ends without the person");
    }

    /** Rule 2: what the peer could still enforce is shown as pending. */
    private void pending(Party party, ChannelSnapshot view, State current) {
        for (State state : signed.get(party.index)) {
            boolean alive = Long.compareUnsigned(state.version(), current.version()) >= 0;
            for (int asset = 0; alive && asset < initial.assets().size(); asset++) {
                BigInteger loss = current.balances()
                        .of(asset, party.index)
                        .subtract(state.balances().of(asset, party.index));
                unless(
                        view.pendingOut().isEmpty()
                                || loss.compareTo(view.pendingOut().get(asset)) <= 0,
                        party,
                        "rule 2: what the peer could still enforce is shown as pending");
            }
        }
    }

    /**
     * Every step is a way through go-perun's machine (OFFCHAIN.md 6), without force; that the channel is registered and
     * concluded is done to us. A proposal that came to nothing is no channel any more.
     */
    void way(Phase from, Phase to) {
        unless(WAYS.getOrDefault(from, Set.of()).contains(to), "OFFCHAIN.md 6: a step is a way through the machine");
    }

    private static Map<Phase, Set<Phase>> ways() {
        // a final state that the peer signs ends a dispute, which go-perun's machine has no word for
        Set<Phase> disputes = EnumSet.of(Phase.REGISTERING, Phase.REGISTERED, Phase.PROGRESSING, Phase.PROGRESSED);
        Set<Operation> allowed = EnumSet.complementOf(EnumSet.of(Operation.FORCE_UPDATE, Operation.SET_PROGRESSED));
        Map<Phase, Set<Phase>> ways = new EnumMap<>(Phase.class);
        for (Phase from : Phase.values()) {
            Set<Phase> reached = EnumSet.of(from, Phase.INIT_ACTING);
            if (from.compareTo(Phase.FUNDING) >= 0 && from.compareTo(Phase.PROGRESSED) <= 0 && from != Phase.FINAL) {
                // by a move before the judge, which may be the first that is seen of a dispute
                reached.add(Phase.PROGRESSED);
            }
            for (int more = 0; more < Phase.values().length; more++) {
                for (Phase phase : List.copyOf(reached)) {
                    // what came to nothing is not begun anew
                    Set<Operation> next = phase == Phase.INIT_ACTING && from != phase ? Set.of() : allowed;
                    next.forEach(operation -> phase.after(operation).ifPresent(reached::add));
                }
            }
            if (disputes.contains(from)) {
                reached.add(Phase.FINAL);
            }
            ways.put(from, reached);
        }
        return ways;
    }
}
