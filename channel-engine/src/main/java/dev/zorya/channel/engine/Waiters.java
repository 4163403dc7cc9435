package dev.zorya.channel.engine;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.Notice;
import dev.zorya.channel.engine.EngineException.Reason;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.value.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Callers who wait for something of one channel. They are answered only after it is durable. */
final class Waiters {
    private final Map<Bytes, CompletableFuture<BookEntry>> payments = new ConcurrentHashMap<>();
    private final List<CompletableFuture<ChannelSnapshot>> opening = new ArrayList<>();
    private final List<CompletableFuture<ChannelSnapshot>> closing = new ArrayList<>();

    CompletableFuture<BookEntry> payment(Bytes id) {
        return payments.computeIfAbsent(id, key -> new CompletableFuture<>());
    }

    synchronized CompletableFuture<ChannelSnapshot> opened() {
        CompletableFuture<ChannelSnapshot> waiter = new CompletableFuture<>();
        opening.add(waiter);
        return waiter;
    }

    synchronized CompletableFuture<ChannelSnapshot> closed() {
        CompletableFuture<ChannelSnapshot> waiter = new CompletableFuture<>();
        closing.add(waiter);
        return waiter;
    }

    synchronized boolean any() {
        return !opening.isEmpty() || !closing.isEmpty();
    }

    void told(Notice notice) {
        switch (notice) {
            case Notice.Booked booked -> booked(booked.entry());
            case Notice.PaymentRefused refused ->
                fail(
                        refused.id(),
                        switch (refused.refusal()) {
                            case NOT_OPEN -> Reason.NOT_OPEN;
                            case AMOUNT -> Reason.AMOUNT;
                            case INSUFFICIENT -> Reason.INSUFFICIENT;
                            case QUEUE_FULL -> Reason.BUSY;
                        },
                        refused.reason());
            case Notice.PaymentDeclined declined -> fail(declined.id(), Reason.REJECTED, declined.reason());
            case Notice.PaymentUnanswered silent ->
                fail(silent.id(), Reason.UNANSWERED, "the peer has not answered in time");
            case Notice.CloseDeclined declined -> failClosing(Reason.REJECTED, declined.reason());
            case Notice.CloseRefused refused -> failClosing(Reason.NOT_OPEN, refused.reason());
            case Notice.CloseUnanswered silent -> failClosing(Reason.UNANSWERED, "the peer has not answered in time");
            case Notice.RequestReceived request -> {}
            case Notice.RequestDeclined answer -> {}
        }
    }

    /** The state that a step led to is durable. */
    synchronized void arrived(ChannelSnapshot channel) {
        switch (channel.status()) {
            case PROPOSAL_SENT, PROPOSAL_RECEIVED, INIT_SIGNING -> {}
            case FUNDING, OPEN, DECIDING, UPDATING, FINALISING -> complete(opening, channel);
            case FINAL, WITHDRAWING, WITHDRAWN -> {
                complete(opening, channel);
                complete(closing, channel);
            }
            case ENDED -> {
                opening.forEach(w -> w.completeExceptionally(new EngineException(Reason.REJECTED, channel.reason())));
                opening.clear();
            }
        }
    }

    void fail(Bytes payment, Reason reason, String message) {
        CompletableFuture<BookEntry> waiter = payments.remove(payment);
        if (waiter != null) {
            waiter.completeExceptionally(new EngineException(reason, message));
        }
    }

    synchronized void failOpening(Reason reason, String message) {
        opening.forEach(w -> w.completeExceptionally(new EngineException(reason, message)));
        opening.clear();
    }

    synchronized void failClosing(Reason reason, String message) {
        closing.forEach(w -> w.completeExceptionally(new EngineException(reason, message)));
        closing.clear();
    }

    void failAll(Reason reason, String message) {
        List.copyOf(payments.keySet()).forEach(id -> fail(id, reason, message));
        failOpening(reason, message);
        failClosing(reason, message);
    }

    private void booked(BookEntry entry) {
        switch (entry.status()) {
            case PENDING -> {}
            case DONE -> {
                CompletableFuture<BookEntry> waiter = payments.remove(entry.id());
                if (waiter != null) {
                    waiter.complete(entry);
                }
            }
            case CANCELLED -> fail(entry.id(), Reason.CANCELLED, "the peer signed a balance without this payment");
        }
    }

    private static void complete(List<CompletableFuture<ChannelSnapshot>> waiters, ChannelSnapshot channel) {
        waiters.forEach(w -> w.complete(channel));
        waiters.clear();
    }
}
