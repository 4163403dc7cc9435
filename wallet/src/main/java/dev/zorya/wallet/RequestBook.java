package dev.zorya.wallet;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.engine.Engine;
import dev.zorya.channel.port.BookEntry.Direction;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.storage.PaymentRequest;
import dev.zorya.storage.PaymentRequest.Status;
import dev.zorya.storage.PaymentRequests;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.Coin;
import dev.zorya.wallet.api.RequestView;
import dev.zorya.wallet.api.WalletEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The kept requests and how people see them. Every change is told unless said otherwise. */
final class RequestBook {
    private static final int SHOWN = 500;

    private final PaymentRequests store;
    private final Engine engine;
    private final Contacts contacts;
    private final ChannelViews views;
    private final Coins coins;
    private final Events events;
    private final InstantSource clock;

    RequestBook(
            PaymentRequests store,
            Engine engine,
            Contacts contacts,
            ChannelViews views,
            Coins coins,
            Events events,
            InstantSource clock) {
        this.store = store;
        this.engine = engine;
        this.contacts = contacts;
        this.views = views;
        this.coins = coins;
        this.events = events;
        this.clock = clock;
    }

    List<RequestView> all() throws StoreException {
        return store.recent(SHOWN).stream().map(this::view).toList();
    }

    void keep(PaymentRequest request) throws StoreException {
        store.save(request);
        announce(request);
    }

    /** Without telling anybody yet. */
    void keepQuietly(PaymentRequest request) throws StoreException {
        store.save(request);
    }

    RequestView announce(PaymentRequest request) {
        RequestView view = view(request);
        events.publish(new WalletEvent.RequestChanged(view));
        return view;
    }

    void forget(PaymentRequest request) throws StoreException {
        store.remove(request.channel(), request.direction(), request.id());
    }

    Optional<PaymentRequest> find(ProposalId channel, Direction direction, Bytes id) throws StoreException {
        return store.find(channel, direction, id);
    }

    long waitingFrom(ProposalId channel) throws StoreException {
        return store.waiting().stream()
                .filter(request ->
                        request.direction() == Direction.IN && request.channel().equals(channel))
                .count();
    }

    /** Ends a request that waits; any other stays as it is. */
    void settle(ProposalId channel, Direction direction, Bytes id, Status end) throws StoreException {
        Optional<PaymentRequest> request = store.find(channel, direction, id).filter(r -> r.status() == Status.WAITING);
        if (request.isPresent()) {
            PaymentRequest r = request.get();
            keep(new PaymentRequest(
                    r.channel(), r.direction(), r.id(), end, r.asset(), r.amount(), r.memo(), r.at(), r.expires()));
        }
    }

    boolean waits(PaymentRequest request) {
        return status(request, clock.instant()) == RequestView.Status.WAITING;
    }

    RequestView view(PaymentRequest request) {
        Optional<ChannelSnapshot> channel = engine.channel(request.channel());
        Coin coin = channel.map(views::coin).orElse(coins.own());
        return new RequestView(
                request.channel() + "." + request.id(),
                request.channel().toString(),
                channel.map(c -> contacts.didOf(c.peer())).orElse(""),
                request.direction() == Direction.IN,
                status(request, clock.instant()),
                new Amount(request.amount(), coin),
                request.memo(),
                request.at(),
                request.expires());
    }

    private static RequestView.Status status(PaymentRequest request, Instant now) {
        return switch (request.status()) {
            case WAITING -> request.expires().isAfter(now) ? RequestView.Status.WAITING : RequestView.Status.EXPIRED;
            case PAID -> RequestView.Status.PAID;
            case DECLINED -> RequestView.Status.DECLINED;
            case EXPIRED -> RequestView.Status.EXPIRED;
        };
    }
}
