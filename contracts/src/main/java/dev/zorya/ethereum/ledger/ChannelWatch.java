package dev.zorya.ethereum.ledger;

import dev.zorya.channel.ethereum.AssetHolderCalls;
import dev.zorya.channel.ethereum.Dispute;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.State;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One watched channel: turns how it stands into what has changed. Only the chain thread uses it, except for the two wishes. */
final class ChannelWatch {
    /** What our contracts hold of a channel that was closed in agreement and never registered. */
    private static final Bytes NOTHING = Bytes.zero(32);

    private final ChannelId channel;
    private final List<Bytes> holders;
    private final List<Bytes> parts;
    private final List<BigInteger> agreed;
    private final Consumer<LedgerEvent> listener;
    private final Payouts payouts = new Payouts();
    private final Set<Payouts.Place> reportedEmpty = new HashSet<>();
    /** Where whatever left was looked for. */
    private final Set<Payouts.Place> searched = new HashSet<>();

    private final Registrar registrar;
    private @Nullable Dispute huntedFor;
    private @Nullable ChannelFacts last;
    private @Nullable Dispute reported;
    /** Hash of the state that was told with what was last reported; empty while that was told without. */
    private Bytes shown = Bytes.EMPTY;
    /** Number of the newest block when it was. */
    private long reportedAt;

    private volatile boolean wanted = true;
    private volatile boolean repeat;

    /**
     * @param holders of the channel's assets, in its order; none for a channel inside another one
     * @param parts addresses of the participants, in order
     * @param agreed what all participants together pay in, by holder
     */
    ChannelWatch(
            ChannelId channel,
            List<Bytes> holders,
            List<Bytes> parts,
            List<BigInteger> agreed,
            Registrar registrar,
            Consumer<LedgerEvent> listener) {
        this.channel = channel;
        this.holders = holders;
        this.parts = parts;
        this.agreed = agreed;
        this.registrar = registrar;
        this.listener = listener;
    }

    ChannelId channel() {
        return channel;
    }

    List<Bytes> holders() {
        return holders;
    }

    List<Bytes> parts() {
        return parts;
    }

    Consumer<LedgerEvent> listener() {
        return listener;
    }

    /** Notes money that left for a participant, if the event says so; any other event is passed over. */
    void paid(int participant, LogEntry event) {
        int asset = holders.indexOf(event.address());
        boolean leaves = event.event().equals(AssetHolderCalls.WITHDRAWN) && asset >= 0 && participant >= 0;
        if (leaves && event.data().size() >= 32) {
            BigInteger amount = new BigInteger(1, event.data().slice(0, 32).toArray());
            payouts.add(
                    event.key(),
                    new Payouts.Place(asset, participant),
                    new Payouts.Payout(amount, event.transaction()));
        }
    }

    /** Of a concluded channel: where nothing is left, and nobody here saw it leave or looked for it. */
    boolean hasUnexplained(ChannelFacts facts) {
        return facts.concluded() && empty(facts).stream().anyMatch(this::isUnexplained);
    }

    private boolean isUnexplained(Payouts.Place place) {
        return payouts.of(place).equals(Payouts.Payout.NONE)
                && !searched.contains(place)
                && !reportedEmpty.contains(place);
    }

    /** What was told without its state, now with it, as the registrar has found it. */
    List<LedgerEvent> found() {
        return last == null
                ? List.of()
                : changes(last, registrar.state(last.now().stateHash()));
    }

    /** What is empty is told from now on, also what was not found leaving. */
    List<LedgerEvent> searched(ChannelFacts facts) {
        searched.addAll(empty(facts));
        List<LedgerEvent> events = new ArrayList<>();
        withdrawn(facts, events);
        return events;
    }

    Registrar registrar() {
        return registrar;
    }

    /** The judge holds something that was told without its state; true once for each such thing, as one search is enough. */
    boolean isToBeHunted(ChannelFacts facts) {
        Dispute now = facts.now();
        boolean told = facts.concluded() ? !now.stateHash().equals(NOTHING) : now.equals(reported);
        boolean hunted = !told || shown.equals(now.stateHash()) || now.equals(huntedFor);
        huntedFor = hunted ? huntedFor : now;
        return !hunted;
    }

    /** It is still what the judge holds, and nobody has been told its state meanwhile. */
    boolean isHunted(Dispute dispute) {
        return last != null && dispute.equals(last.now()) && !shown.equals(dispute.stateHash());
    }

    /** Reads it with the next round. */
    void want() {
        wanted = true;
    }

    /** Reads it with the next round and says everything again. */
    void wantAgain() {
        repeat = true;
        wanted = true;
    }

    /** Asked for, or in the middle of something: funding, a dispute. What was asked for counts as heard. */
    boolean takeDue() {
        boolean due = wanted || last == null || isUnderWay(last);
        wanted = false;
        return due;
    }

    /** Asked for; for a round without a new block. */
    boolean takeWanted() {
        boolean due = wanted;
        wanted = false;
        return due;
    }

    private boolean isUnderWay(ChannelFacts facts) {
        if (facts.concluded()) {
            return false;
        }
        if (!Phases.isUntouched(facts.now()) || reported != null) {
            return true;
        }
        List<BigInteger> held = facts.held().sums();
        for (int asset = 0; asset < held.size(); asset++) {
            if (held.get(asset).compareTo(agreed.get(asset)) < 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * What is new since the last time; all of it the first time.
     *
     * @param registered the state that the judge holds, if it is known
     */
    List<LedgerEvent> changes(ChannelFacts facts, Optional<State> registered) {
        if (repeat) {
            repeat = false;
            last = null;
            reported = null;
            shown = Bytes.EMPTY;
            reportedEmpty.clear();
        }
        List<LedgerEvent> events = new ArrayList<>();
        if (facts.concluded()) {
            concluded(facts, registered, events);
        } else {
            open(facts, registered, events);
        }
        last = facts;
        return events;
    }

    private void open(ChannelFacts facts, Optional<State> registered, List<LedgerEvent> events) {
        Dispute now = facts.now();
        // a node that is behind the one that was asked before knows nothing of it yet, which is not the same
        boolean takenBack =
                reported != null && !now.isRegistered() && facts.stamps().head().number() >= reportedAt;
        boolean moneyChanged = last == null || !last.held().equals(facts.held());
        // a registration that is gone leaves an open channel: how that stands is what there is to say
        if (!holders.isEmpty() && (moneyChanged || takenBack)) {
            events.add(new LedgerEvent.Holdings(
                    facts.held(),
                    facts.stamps().last().number(),
                    facts.stamps().last().time()));
        }
        if (takenBack) {
            reported = null;
        }
        // concluded, but not for good: nothing to answer any more, and nothing to rely on yet
        boolean stands = now.isRegistered() && now.phase() != Phases.CONCLUDED;
        if (stands && (!now.equals(reported) || isNews(now, registered))) {
            reported = now;
            reportedAt = facts.stamps().head().number();
            events.add(registered(facts, registered));
            shown = shown(now, registered);
        }
    }

    private boolean isNews(Dispute now, Optional<State> state) {
        return state.isPresent() && !shown.equals(now.stateHash());
    }

    private static Bytes shown(Dispute now, Optional<State> state) {
        return state.isPresent() ? now.stateHash() : Bytes.EMPTY;
    }

    private static LedgerEvent registered(ChannelFacts facts, Optional<State> state) {
        Dispute now = facts.now();
        return new LedgerEvent.Registered(
                now.version(),
                now.stateHash(),
                Phases.timeout(now),
                now.phase() == Phases.DISPUTE ? LedgerEvent.Stage.DISPUTE : LedgerEvent.Stage.FORCED_EXECUTION,
                state.orElse(null),
                facts.stamps().head().number(),
                facts.stamps().head().time());
    }

    private void concluded(ChannelFacts now, Optional<State> state, List<LedgerEvent> events) {
        if (last == null || !last.concluded() || isNews(now.sure(), state)) {
            events.add(new LedgerEvent.Concluded(
                    now.sure().version(),
                    state.orElse(null),
                    now.stamps().last().number(),
                    now.stamps().last().time()));
            shown = shown(now.sure(), state);
        }
        withdrawn(now, events);
    }

    private void withdrawn(ChannelFacts now, List<LedgerEvent> events) {
        for (Payouts.Place place : empty(now)) {
            if (!isUnexplained(place) && reportedEmpty.add(place)) {
                Payouts.Payout paid = payouts.of(place);
                events.add(new LedgerEvent.Withdrawn(
                        place.asset(),
                        place.participant(),
                        paid.amount(),
                        paid.transaction(),
                        now.stamps().last().number()));
            }
        }
    }

    private List<Payouts.Place> empty(ChannelFacts facts) {
        List<Payouts.Place> places = new ArrayList<>();
        for (int asset = 0; asset < holders.size(); asset++) {
            for (int part = 0; part < parts.size(); part++) {
                if (facts.held().of(asset, part).signum() == 0) {
                    places.add(new Payouts.Place(asset, part));
                }
            }
        }
        return places;
    }
}
