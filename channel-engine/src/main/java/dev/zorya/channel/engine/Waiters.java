package dev.zorya.channel.engine;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.Notice;
import dev.zorya.channel.engine.EngineException.Reason;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Callers who wait for something of one channel. They are answered only after it is durable, each on a thread of its own: what a
 * caller does with the answer holds up neither the network nor the store.
 */
final class Waiters {
    private final Map<Bytes, CompletableFuture<BookEntry>> payments = new ConcurrentHashMap<>();
    private final Map<Bytes, CompletableFuture<State>> changes = new ConcurrentHashMap<>();
    private final List<CompletableFuture<ChannelSnapshot>> opening = new ArrayList<>();
    private final List<CompletableFuture<ChannelSnapshot>> closing = new ArrayList<>();
    /** Set once nobody would answer any more; whoever comes then is answered at once. */
    private @Nullable EngineException over;

    synchronized CompletableFuture<BookEntry> payment(Bytes id) {
        return over == null
                ? payments.computeIfAbsent(id, key -> new CompletableFuture<>())
                : CompletableFuture.failedFuture(over);
    }

    synchronized CompletableFuture<State> change(Bytes id) {
        return over == null
                ? changes.computeIfAbsent(id, key -> new CompletableFuture<>())
                : CompletableFuture.failedFuture(over);
    }

    CompletableFuture<ChannelSnapshot> opened() {
        return waiting(opening);
    }

    CompletableFuture<ChannelSnapshot> closed() {
        return waiting(closing);
    }

    private synchronized CompletableFuture<ChannelSnapshot> waiting(List<CompletableFuture<ChannelSnapshot>> others) {
        if (over != null) {
            return CompletableFuture.failedFuture(over);
        }
        CompletableFuture<ChannelSnapshot> waiter = new CompletableFuture<>();
        others.add(waiter);
        return waiter;
    }

    synchronized boolean any() {
        return !opening.isEmpty() || !closing.isEmpty();
    }

    void told(Notice notice) {
        switch (notice) {
            case Notice.Booked booked -> booked(booked.entry());
            case Notice.PaymentRefused refused ->
                fail(refused.id(), new EngineException(reason(refused.refusal()), refused.reason()));
            case Notice.ChangeRefused refused ->
                fail(refused.id(), new EngineException(reason(refused.refusal()), refused.reason()));
            case Notice.ChangeDeclined declined ->
                fail(declined.id(), new EngineException(Reason.REJECTED, declined.reason()));
            case Notice.ChangeUnanswered silent ->
                fail(silent.id(), new EngineException(Reason.UNANSWERED, "the peer has not answered in time"));
            case Notice.Changed changed -> {
                CompletableFuture<State> waiter = changes.remove(changed.id());
                if (waiter != null) {
                    answer(() -> waiter.complete(changed.state()));
                }
            }
            case Notice.PaymentDeclined declined ->
                fail(declined.id(), new EngineException(Reason.REJECTED, declined.reason()));
            case Notice.PaymentUnanswered silent ->
                fail(silent.id(), new EngineException(Reason.UNANSWERED, "the peer has not answered in time"));
            case Notice.OpenRefused refused -> close(new EngineException(Reason.REFUSED, refused.reason()));
            case Notice.CloseDeclined declined -> failClosing(new EngineException(Reason.REJECTED, declined.reason()));
            case Notice.CloseRefused refused -> failClosing(new EngineException(Reason.NOT_OPEN, refused.reason()));
            case Notice.CloseUnanswered silent ->
                failClosing(new EngineException(Reason.UNANSWERED, "the peer has not answered in time"));
            case Notice.Disputed dispute -> {}
            case Notice.RequestReceived request -> {}
            case Notice.RequestDeclined answer -> {}
        }
    }

    private static Reason reason(Notice.Refusal refusal) {
        return switch (refusal) {
            case NOT_OPEN -> Reason.NOT_OPEN;
            case AMOUNT -> Reason.AMOUNT;
            case INSUFFICIENT -> Reason.INSUFFICIENT;
            case QUEUE_FULL -> Reason.BUSY;
            case RULES -> Reason.REFUSED;
            case NO_ANSWER -> Reason.PEER_OFFLINE;
            case STALE -> Reason.STALE;
        };
    }

    /** The state that a step led to is durable. */
    synchronized void arrived(ChannelSnapshot channel) {
        switch (channel.status()) {
            case PROPOSAL_SENT, PROPOSAL_RECEIVED, INIT_SIGNING, STALE -> {}
            case FUNDING -> {
                // a ledger's deposits take long and follow by themselves; a parent's lock takes an instant or fails
                if (channel.parent() == null) {
                    complete(opening, channel);
                }
            }
            case OPEN, DECIDING, UPDATING, FINALISING -> complete(opening, channel);
            case FINAL -> {
                complete(opening, channel);
                if (channel.parent() == null) {
                    complete(closing, channel);
                }
            }
            case DISPUTED, WITHDRAWING, WITHDRAWN -> {
                complete(opening, channel);
                complete(closing, channel);
            }
            case ENDED -> {
                failAll(opening, new EngineException(Reason.REJECTED, channel.reason()));
                failAll(closing, new EngineException(Reason.NOT_OPEN, channel.reason()));
            }
        }
    }

    void fail(Bytes order, EngineException why) {
        Stream.of(payments.remove(order), changes.remove(order))
                .filter(Objects::nonNull)
                .forEach(waiter -> refuse(waiter, why));
    }

    synchronized void failClosing(EngineException why) {
        failAll(closing, why);
    }

    /** Everybody who waits or will come gets this answer. */
    synchronized void close(EngineException why) {
        over = why;
        List.copyOf(payments.keySet()).forEach(id -> fail(id, why));
        List.copyOf(changes.keySet()).forEach(id -> fail(id, why));
        failAll(opening, why);
        failAll(closing, why);
    }

    private static void failAll(List<CompletableFuture<ChannelSnapshot>> waiters, EngineException why) {
        waiters.forEach(w -> refuse(w, why));
        waiters.clear();
    }

    /** Only our own payments: a peer chooses the ids of what it pays, and could name one of ours. */
    private void booked(BookEntry entry) {
        if (entry.direction() == BookEntry.Direction.IN) {
            return;
        }
        switch (entry.status()) {
            case PENDING -> {}
            case DONE -> {
                CompletableFuture<BookEntry> waiter = payments.remove(entry.id());
                if (waiter != null) {
                    answer(() -> waiter.complete(entry));
                }
            }
            case CANCELLED ->
                fail(
                        entry.id(),
                        new EngineException(Reason.CANCELLED, "the peer signed a balance without this payment"));
        }
    }

    private static void complete(List<CompletableFuture<ChannelSnapshot>> waiters, ChannelSnapshot channel) {
        waiters.forEach(w -> answer(() -> w.complete(channel)));
        waiters.clear();
    }

    private static void refuse(CompletableFuture<?> waiter, EngineException why) {
        answer(() -> waiter.completeExceptionally(why));
    }

    private static void answer(Runnable telling) {
        Thread.startVirtualThread(telling);
    }
}
