package dev.zorya.desktop.channel;

import dev.zorya.desktop.component.Person;
import dev.zorya.desktop.component.Share;
import dev.zorya.desktop.component.TimelineItem;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.money.Shown;
import dev.zorya.desktop.present.Channels;
import dev.zorya.desktop.present.Look;
import dev.zorya.desktop.present.People;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.ChannelDetail;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.CostSummary;
import dev.zorya.wallet.api.DisputeView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the page of one channel says.
 *
 * @param pendingNote empty if nothing is pending
 * @param provable evidence can be saved
 * @param channelId in hexadecimal, empty before it is known
 * @param exit how it can be closed now
 * @param close what closing it says first
 * @param dispute null while the chain has nothing to decide
 */
record ChannelModel(
        Person person,
        Look look,
        String waitsFor,
        Shown mine,
        Shown pending,
        Shown theirs,
        List<Share> shares,
        boolean live,
        boolean hidden,
        String spoken,
        String pendingNote,
        List<TimelineItem> story,
        boolean provable,
        String channelId,
        String period,
        String version,
        String total,
        Exit exit,
        CloseModel close,
        @Nullable DisputeModel dispute) {
    /** @param blind when the chain was seen last if it cannot be seen now, otherwise empty */
    static ChannelModel of(
            ChannelDetail detail,
            Snapshot snapshot,
            String blind,
            Optional<CostSummary> costs,
            Money money,
            When when) {
        ChannelView channel = detail.channel();
        Person person = People.of(snapshot, channel.contactDid());
        Look look = Channels.of(channel.status());
        Shown mine = money.exact(channel.mine());
        Shown pending = money.exact(channel.pending());
        Shown theirs = money.exact(channel.theirs());
        Shown total = money.exact(channel.mine().plus(channel.pending()).plus(channel.theirs()));
        Exit exit = Exit.of(channel.status());
        @Nullable DisputeView dispute = channel.dispute();
        boolean isPending = channel.pending().units().signum() > 0;
        return new ChannelModel(
                person,
                look,
                channel.waitsFor(),
                mine,
                pending,
                theirs,
                Channels.shares(channel),
                Channels.live(channel.status()),
                money.hidden(),
                Text.of(
                        "channel.bar.spoken",
                        person.name(),
                        look.word(),
                        total.spoken(),
                        mine.number(),
                        pending.number(),
                        theirs.number()),
                isPending ? Text.of("channel.pending.note", person.name(), pending.text()) : "",
                dispute == null
                        ? Story.of(detail.timeline(), snapshot.coin(), money, when)
                        : Story.ofDispute(detail.timeline(), snapshot.coin(), money, when),
                Story.isProvable(detail.timeline()),
                channel.channelId(),
                When.span(channel.protectionPeriod()),
                Long.toUnsignedString(channel.version()),
                total.text(),
                exit,
                CloseModel.of(channel, exit, person.name(), person.online(), mine, pending, when),
                dispute == null ? null : DisputeModel.of(channel, dispute, person.name(), blind, costs, money, when));
    }
}
