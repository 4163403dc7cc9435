package dev.zorya.node.peer;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.engine.Engine;
import dev.zorya.channel.engine.EngineEvent;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.node.peer.Failure.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Commands that wait until a channel is where they want it. */
final class Waits {
    private final Map<ProposalId, List<Wait>> waits = new ConcurrentHashMap<>();
    private final Map<Bytes, CompletableFuture<BookEntry>> payments = new ConcurrentHashMap<>();

    /** @param stuck what it is called if the chain refuses what the channel needs; null to wait on */
    private record Wait(
            Predicate<ChannelSnapshot> wanted, @Nullable Kind stuck, CompletableFuture<ChannelSnapshot> done) {
        void look(ChannelSnapshot channel) {
            if (wanted.test(channel)) {
                done.complete(channel);
            }
        }
    }

    /**
     * Completes when the channel is as wanted, maybe at once.
     *
     * @param stuck what it is called if the chain refuses what the channel needs; null to wait on
     */
    CompletableFuture<ChannelSnapshot> until(
            Engine engine, ProposalId key, @Nullable Kind stuck, Predicate<ChannelSnapshot> wanted) {
        Wait wait = new Wait(wanted, stuck, new CompletableFuture<>());
        List<Wait> all = waits.computeIfAbsent(key, id -> new CopyOnWriteArrayList<>());
        all.add(wait);
        engine.channel(key).ifPresent(wait::look);
        var unused = wait.done.whenComplete((channel, failure) -> all.remove(wait));
        return wait.done;
    }

    /** Completes when it is certain what becomes of a payment of ours. Ask before paying. */
    CompletableFuture<BookEntry> certainty(Bytes payment) {
        return payments.computeIfAbsent(payment, id -> new CompletableFuture<>());
    }

    void forget(Bytes payment) {
        payments.remove(payment);
    }

    void hear(EngineEvent event) {
        switch (event) {
            case EngineEvent.ChannelChanged changed ->
                of(changed.channel().key()).forEach(wait -> wait.look(changed.channel()));
            case EngineEvent.PaymentChanged changed -> booked(changed.entry());
            case EngineEvent.LedgerReported reported -> reported(reported);
            case EngineEvent.RequestReceived other -> {}
            case EngineEvent.RequestDeclined other -> {}
            case EngineEvent.Disputed other -> {}
            case EngineEvent.StoreTrouble other -> {}
            case EngineEvent.Quarantined other -> {}
            case EngineEvent.PeerConnection other -> {}
        }
    }

    private List<Wait> of(ProposalId key) {
        return waits.getOrDefault(key, List.of());
    }

    private void booked(BookEntry entry) {
        boolean certain = entry.direction() == BookEntry.Direction.OUT && entry.status() != BookEntry.Status.PENDING;
        Optional.ofNullable(certain ? payments.get(entry.id()) : null).ifPresent(waiting -> waiting.complete(entry));
    }

    private void reported(EngineEvent.LedgerReported reported) {
        switch (reported.event()) {
            case LedgerEvent.Stuck stuck -> stuck(reported.key(), stuck);
            case LedgerEvent.Holdings other -> {}
            case LedgerEvent.Registered other -> {}
            case LedgerEvent.Concluded other -> {}
            case LedgerEvent.Withdrawn other -> {}
            case LedgerEvent.Mined other -> {}
        }
    }

    private void stuck(ProposalId key, LedgerEvent.Stuck stuck) {
        for (Wait wait : of(key)) {
            if (wait.stuck != null && !goesOnByItself(wait.stuck, stuck.reason())) {
                wait.done.completeExceptionally(new Failure(wait.stuck, stuck.sentence()));
            }
        }
    }

    /** A conclusion or a withdrawal is refused where the other side's came first; then the channel is there all the same. */
    private static boolean goesOnByItself(Kind waiting, LedgerException.Reason reason) {
        return switch (reason) {
            case UNREACHABLE, FEES_ABOVE_LIMIT, STORE -> true;
            case WRONG_CHAIN, NOT_ENOUGH_FUNDS, UNKNOWN_CONTRACTS -> false;
            case REVERTED -> waiting != Kind.FUNDING;
        };
    }
}
