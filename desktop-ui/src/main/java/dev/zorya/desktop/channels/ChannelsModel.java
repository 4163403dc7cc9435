package dev.zorya.desktop.channels;

import dev.zorya.desktop.component.Share;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.money.Shown;
import dev.zorya.desktop.present.Channels;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.Health;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * What the page of all channels says.
 *
 * @param counts how many each filter would list
 * @param none there is no channel at all
 * @param chainTrouble why the chain cannot be seen, empty while all is well
 * @param footnote under the list
 */
record ChannelsModel(
        Shown canSend,
        Shown canReceive,
        Shown pending,
        Shown inSettlement,
        List<Share> capacity,
        Map<Filter, Integer> counts,
        List<ChannelRow> rows,
        boolean none,
        String chainTrouble,
        String footnote) {
    static ChannelsModel of(Snapshot snapshot, Filter filter, String search, Money money, When when) {
        Amount send = live(snapshot, ChannelView::mine);
        Amount receive = live(snapshot, ChannelView::theirs);
        Map<Filter, Integer> counts = new EnumMap<>(Filter.class);
        for (Filter each : Filter.values()) {
            counts.put(
                    each, (int) snapshot.channels().stream().filter(each::takes).count());
        }
        String trouble = snapshot.health().chain() == Health.ChainState.GOOD
                ? ""
                : snapshot.health().chainSentence();
        return new ChannelsModel(
                money.mine(send),
                money.mine(receive),
                money.mine(snapshot.overview().pending()),
                money.mine(snapshot.overview().inSettlement()),
                List.of(new Share(Share.Kind.MINE, send.units()), new Share(Share.Kind.THEIRS, receive.units())),
                counts,
                rows(snapshot, filter, search, money, when),
                snapshot.channels().isEmpty(),
                trouble,
                trouble.isEmpty() ? "" : Text.of("channels.without-chain"));
    }

    private static List<ChannelRow> rows(Snapshot snapshot, Filter filter, String search, Money money, When when) {
        String wanted = search.strip().toLowerCase(Locale.ROOT);
        return snapshot.channels().stream()
                .filter(filter::takes)
                .map(channel -> ChannelRow.of(channel, snapshot, money, when))
                .filter(row -> row.person().name().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    }

    private static Amount live(Snapshot snapshot, Function<ChannelView, Amount> side) {
        return snapshot.channels().stream()
                .filter(channel -> Channels.live(channel.status()))
                .map(side)
                .reduce(Amount.zero(snapshot.coin()), Amount::plus);
    }
}
