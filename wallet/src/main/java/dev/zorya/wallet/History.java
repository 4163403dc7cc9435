package dev.zorya.wallet;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.engine.Engine;
import dev.zorya.channel.port.BookEntry.Direction;
import dev.zorya.channel.port.BookEntry.Status;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.storage.Activity;
import dev.zorya.storage.ActivityRow;
import dev.zorya.wallet.api.ActivityFilter;
import dev.zorya.wallet.api.ActivityPage;
import dev.zorya.wallet.api.Coin;
import dev.zorya.wallet.api.PaymentView;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All payments, newest first, in pages. */
final class History {
    private static final int MAX_PAGE = 1000;

    private final Activity activity;
    private final Engine engine;
    private final Contacts contacts;
    private final ChannelViews views;
    private final Coins coins;

    History(Activity activity, Engine engine, Contacts contacts, ChannelViews views, Coins coins) {
        this.activity = activity;
        this.engine = engine;
        this.contacts = contacts;
        this.views = views;
        this.coins = coins;
    }

    ActivityPage page(ActivityFilter filter, String cursor, int limit) throws WalletException {
        int size = Math.clamp(limit, 1, MAX_PAGE);
        try {
            List<ActivityRow> rows = activity.page(translated(filter), below(cursor), size);
            String next = rows.size() < size ? "" : Long.toString(rows.getLast().cursor());
            return new ActivityPage(rows.stream().map(this::view).toList(), next);
        } catch (StoreException e) {
            throw Causes.of(e);
        }
    }

    private PaymentView view(ActivityRow row) {
        Optional<ChannelSnapshot> channel = engine.channel(row.channel());
        Coin coin = channel.map(views::coin).orElse(coins.own());
        String did = channel.map(c -> contacts.didOf(c.peer()))
                .filter(known -> !known.isEmpty())
                .orElse(row.contact());
        return Payments.view(row.entry(), row.channel(), did, coin);
    }

    private static dev.zorya.storage.ActivityFilter translated(ActivityFilter filter) throws WalletException {
        @Nullable String key = filter.channelKey();
        @Nullable
        ProposalId channel = key == null
                ? null
                : Ids.parse(key).map(ProposalId::new).orElseThrow(() -> Problems.failure(Code.CHANNEL_UNKNOWN));
        @Nullable Boolean incoming = filter.incoming();
        return new dev.zorya.storage.ActivityFilter(
                channel,
                filter.contactDid(),
                incoming == null ? null : incoming ? Direction.IN : Direction.OUT,
                status(filter.status()),
                filter.text());
    }

    private static @Nullable Status status(PaymentView.@Nullable Status status) {
        return switch (status) {
            case null -> null;
            case PENDING -> Status.PENDING;
            case DONE -> Status.DONE;
            case CANCELLED -> Status.CANCELLED;
        };
    }

    /** A cursor that is none of ours begins at the newest. */
    private static long below(String cursor) {
        return cursor.matches("\\d{1,18}") ? Long.parseLong(cursor) : Activity.NEWEST;
    }
}
