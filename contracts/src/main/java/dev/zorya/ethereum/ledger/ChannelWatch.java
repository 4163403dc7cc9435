package dev.zorya.ethereum.ledger;

import dev.zorya.channel.ethereum.Dispute;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One watched channel: turns how it stands into what has changed. Only the chain thread uses it, except for the two wishes. */
final class ChannelWatch {
    private final ChannelId channel;
    private final List<Bytes> holders;
    private final List<Bytes> parts;
    private final List<BigInteger> agreed;
    private final Consumer<LedgerEvent> listener;
    private final Payouts payouts = new Payouts();
    private final Set<Payouts.Place> reportedEmpty = new HashSet<>();
    private @Nullable ChannelFacts last;
    private volatile boolean wanted = true;
    private volatile boolean repeat;

    /**
     * @param holders of the channel's assets, in its order
     * @param parts addresses of the participants, in order
     * @param agreed what all participants together pay in, by asset
     */
    ChannelWatch(
            ChannelId channel,
            List<Bytes> holders,
            List<Bytes> parts,
            List<BigInteger> agreed,
            Consumer<LedgerEvent> listener) {
        this.channel = channel;
        this.holders = holders;
        this.parts = parts;
        this.agreed = agreed;
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

    Payouts payouts() {
        return payouts;
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

    /** Asked for, or in the middle of something: funding, a dispute, paying out. What was asked for counts as heard. */
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
            return reportedEmpty.size() < holders.size() * parts.size();
        }
        if (facts.dispute().isRegistered()) {
            return true;
        }
        List<BigInteger> held = facts.held().sums();
        for (int asset = 0; asset < agreed.size(); asset++) {
            if (held.get(asset).compareTo(agreed.get(asset)) < 0) {
                return true;
            }
        }
        return false;
    }

    /** What is new since the last time; all of it the first time. */
    List<LedgerEvent> changes(ChannelFacts facts) {
        if (repeat) {
            repeat = false;
            last = null;
            reportedEmpty.clear();
        }
        List<LedgerEvent> events = new ArrayList<>();
        if (facts.concluded()) {
            concluded(facts, events);
        } else {
            open(facts, events);
        }
        last = facts;
        return events;
    }

    private void open(ChannelFacts now, List<LedgerEvent> events) {
        ChannelFacts before = last;
        if (before == null || !before.held().equals(now.held())) {
            events.add(new LedgerEvent.Holdings(now.held(), now.block(), now.time()));
        }
        Dispute dispute = now.dispute();
        if (dispute.isRegistered() && (before == null || !before.dispute().equals(dispute))) {
            events.add(new LedgerEvent.Registered(
                    dispute.version(),
                    dispute.stateHash(),
                    Instant.ofEpochSecond(dispute.timeout()),
                    dispute.phase() == 0 ? LedgerEvent.Stage.DISPUTE : LedgerEvent.Stage.FORCED_EXECUTION,
                    null,
                    now.block(),
                    now.time()));
        }
    }

    private void concluded(ChannelFacts now, List<LedgerEvent> events) {
        if (last == null || !last.concluded()) {
            events.add(new LedgerEvent.Concluded(now.dispute().version(), now.block(), now.time()));
        }
        for (int asset = 0; asset < holders.size(); asset++) {
            for (int part = 0; part < parts.size(); part++) {
                Payouts.Place place = new Payouts.Place(asset, part);
                if (now.held().of(asset, part).signum() == 0 && reportedEmpty.add(place)) {
                    events.add(new LedgerEvent.Withdrawn(asset, part, payouts.of(place), now.block()));
                }
            }
        }
    }
}
