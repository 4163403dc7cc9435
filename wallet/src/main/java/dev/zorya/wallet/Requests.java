package dev.zorya.wallet;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.engine.Engine;
import dev.zorya.channel.message.Extension;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.BookEntry.Direction;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.storage.PaymentRequest;
import dev.zorya.storage.PaymentRequest.Status;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.RequestView;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests to pay, both ways. A request moves no money: what pays it is an ordinary payment that names it, and it counts as paid only
 * if that payment is at least what was asked for.
 */
final class Requests {
    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);
    private static final Duration LIFETIME = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(31);

    /** Requests of one channel that may wait at a time (THREATS.md 20). */
    private static final int MAX_WAITING = 50;

    private final RequestBook book;
    private final Engine engine;
    private final Contacts contacts;
    private final Ids ids;
    private final InstantSource clock;

    Requests(RequestBook book, Engine engine, Contacts contacts, Ids ids, InstantSource clock) {
        this.book = book;
        this.engine = engine;
        this.contacts = contacts;
        this.ids = ids;
        this.clock = clock;
    }

    /** Asks the peer of an open channel. Nothing is kept if it cannot be handed over. */
    CompletionStage<RequestView> ask(ChannelSnapshot channel, Amount amount, String memo) throws WalletException {
        String contact = contacts.nameOf(channel.peer());
        if (!channel.extensions()) {
            throw Problems.failure(Code.PEER_WITHOUT_REQUESTS, contact);
        }
        Instant now = clock.instant();
        PaymentRequest request = new PaymentRequest(
                channel.key(),
                Direction.OUT,
                ids.next(),
                Status.WAITING,
                0,
                amount.units(),
                Memos.clean(memo),
                now,
                now.plus(LIFETIME));
        Extension message = new Extension.PaymentRequest(
                request.id(),
                id(channel),
                channel.allocation().assets().getFirst(),
                request.amount(),
                request.memo(),
                request.expires().getEpochSecond());
        try {
            // before it is sent: the answer may be faster than the disk
            book.keepQuietly(request);
        } catch (StoreException e) {
            throw Causes.of(e);
        }
        return engine.send(channel.key(), message)
                .thenApply(sent -> book.announce(request))
                .exceptionallyCompose(failure -> {
                    forget(request);
                    return CompletableFuture.failedFuture(Causes.ofStage(failure, contact, Code.PEER_DECLINED));
                });
    }

    /** From the peer: bounded and checked before it is kept; what does not fit is dropped. */
    void received(ProposalId key, Extension.PaymentRequest message) {
        Instant now = clock.instant();
        Instant expires = Instant.ofEpochSecond(Math.clamp(message.expires(), 0, Integer.MAX_VALUE));
        boolean fits = message.id().size() == Ids.SIZE
                && message.amount().signum() > 0
                && expires.isAfter(now)
                && !expires.isAfter(now.plus(LONGEST))
                && engine.channel(key)
                        .filter(c -> c.allocation().assets().getFirst().equals(message.asset()))
                        .isPresent();
        if (!fits) {
            LOG.info("a request in channel {} does not fit and is dropped", key);
            return;
        }
        try {
            if (book.waitingFrom(key) < MAX_WAITING
                    && book.find(key, Direction.IN, message.id()).isEmpty()) {
                book.keep(new PaymentRequest(
                        key,
                        Direction.IN,
                        message.id(),
                        Status.WAITING,
                        0,
                        message.amount(),
                        Memos.clean(message.memo()),
                        now,
                        expires));
            }
        } catch (StoreException e) {
            LOG.error("a request in channel {} cannot be kept", key, e);
        }
    }

    void declined(ProposalId key, Extension.RequestDeclined answer) {
        try {
            book.settle(key, Direction.OUT, answer.id(), Status.DECLINED);
        } catch (StoreException e) {
            LOG.error("a declined request in channel {} still shows as waiting", key, e);
        }
    }

    /** A line of the book is durable: does it pay a request? */
    void booked(ProposalId key, BookEntry entry) {
        if (entry.request().size() == 0 || entry.status() != BookEntry.Status.DONE) {
            return;
        }
        Direction asked = entry.direction() == Direction.OUT ? Direction.IN : Direction.OUT;
        try {
            Optional<PaymentRequest> request = book.find(key, asked, entry.request());
            if (request.isPresent() && entry.amount().compareTo(request.get().amount()) >= 0) {
                book.settle(key, asked, entry.request(), Status.PAID);
            }
        } catch (StoreException e) {
            LOG.error("a paid request in channel {} still shows as waiting", key, e);
        }
    }

    /** The id for a payment's note, if the request belongs to this channel and still waits. */
    Bytes requirePayable(ProposalId channel, String id) throws WalletException {
        PaymentRequest request = waiting(id);
        if (!request.channel().equals(channel)) {
            throw Problems.failure(Code.REQUEST_GONE);
        }
        return request.id();
    }

    /** Durable here first; the peer is told if it is there. */
    void decline(String id) throws WalletException {
        PaymentRequest request = waiting(id);
        try {
            book.settle(request.channel(), Direction.IN, request.id(), Status.DECLINED);
        } catch (StoreException e) {
            throw Causes.of(e);
        }
        engine.channel(request.channel()).ifPresent(channel -> {
            engine.send(channel.key(), new Extension.RequestDeclined(request.id(), id(channel), ""))
                    .whenComplete((sent, failure) -> {
                        if (failure != null) {
                            LOG.info("the peer was not told of a declined request: {}", failure.getMessage());
                        }
                    });
        });
    }

    /** @param id as in {@link RequestView}: channel and name */
    private PaymentRequest waiting(String id) throws WalletException {
        int dot = Math.max(id.indexOf('.'), 0);
        Optional<Bytes> channel = Ids.parse(id.substring(0, dot));
        Optional<Bytes> name = Ids.parse(id.substring(Math.min(dot + 1, id.length())), Ids.SIZE);
        try {
            Optional<PaymentRequest> request = channel.isEmpty() || name.isEmpty()
                    ? Optional.empty()
                    : book.find(new ProposalId(channel.get()), Direction.IN, name.get());
            return request.filter(book::waits).orElseThrow(() -> Problems.failure(Code.REQUEST_GONE));
        } catch (StoreException e) {
            throw Causes.of(e);
        }
    }

    private void forget(PaymentRequest request) {
        try {
            book.forget(request);
        } catch (StoreException e) {
            LOG.error("a request that was not sent still shows as waiting", e);
        }
    }

    /** A channel that is open, or was, has its id. */
    private static ChannelId id(ChannelSnapshot channel) {
        return Objects.requireNonNull(channel.id());
    }
}
