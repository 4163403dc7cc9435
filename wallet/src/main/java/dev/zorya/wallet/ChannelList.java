package dev.zorya.wallet;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.engine.Engine;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.storage.ChannelOverview;
import dev.zorya.storage.Channels;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.ChannelDetail;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.ChannelView.Status;
import dev.zorya.wallet.api.Coin;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The channels as a list and one by one, those that cannot be read included. */
final class ChannelList {
    private final Engine engine;
    private final Channels store;
    private final ChannelViews views;
    private final Timeline timeline;
    private final Coins coins;
    private final Set<ProposalId> stopped = ConcurrentHashMap.newKeySet();

    ChannelList(Engine engine, Channels store, ChannelViews views, Timeline timeline, Coins coins) {
        this.engine = engine;
        this.store = store;
        this.views = views;
        this.timeline = timeline;
        this.coins = coins;
    }

    /** The engine put this channel aside. */
    void stopped(ProposalId key) {
        stopped.add(key);
    }

    List<ChannelView> all() throws WalletException {
        Stream<ChannelView> running = engine.channels().stream().map(views::view);
        return Stream.concat(running, stopped().stream())
                .sorted(Comparator.comparing((ChannelView view) -> over(view.status()))
                        .thenComparing(Comparator.comparing(ChannelView::opened).reversed()))
                .toList();
    }

    ChannelDetail detail(String key) throws WalletException {
        Optional<ChannelSnapshot> channel = Ids.parse(key).map(ProposalId::new).flatMap(engine::channel);
        if (channel.isEmpty()) {
            return stopped().stream()
                    .filter(view -> view.key().equals(key))
                    .findFirst()
                    .map(view -> new ChannelDetail(view, List.of()))
                    .orElseThrow(() -> Problems.failure(Code.CHANNEL_UNKNOWN));
        }
        try {
            return new ChannelDetail(views.view(channel.get()), timeline.of(channel.get()));
        } catch (StoreException e) {
            throw Causes.of(e);
        }
    }

    private List<ChannelView> stopped() throws WalletException {
        if (stopped.isEmpty()) {
            return List.of();
        }
        try {
            return store.overview().stream()
                    .filter(row -> stopped.contains(row.key()))
                    .map(this::view)
                    .toList();
        } catch (StoreException e) {
            throw Causes.of(e);
        }
    }

    private ChannelView view(ChannelOverview row) {
        Coin coin = coins.own();
        return new ChannelView(
                row.key().toString(),
                row.channelId() == null ? "" : row.channelId().toString(),
                row.contact(),
                Status.STOPPED,
                Texts.get("waits.STOPPED"),
                Amount.zero(coin),
                Amount.zero(coin),
                Amount.zero(coin),
                row.version(),
                Duration.ZERO,
                row.created(),
                null);
    }

    private static boolean over(Status status) {
        return switch (status) {
            case SETTLED, DECLINED -> true;
            case PROPOSED, OPENING, OPEN, SENDING, PENDING, CLOSING, IN_DISPUTE, PAYING_OUT, STALE, STOPPED -> false;
        };
    }
}
