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
import java.util.List;

/**
 * What the page of one channel says.
 *
 * @param pendingNote empty if nothing is pending
 * @param channelId in hexadecimal, empty before it is known
 * @param canClose both can sign a last balance now
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
        String channelId,
        String period,
        String version,
        String total,
        boolean canClose) {
    static ChannelModel of(ChannelDetail detail, Snapshot snapshot, Money money, When when) {
        ChannelView channel = detail.channel();
        Person person = People.of(snapshot, channel.contactDid());
        Look look = Channels.of(channel.status());
        Shown mine = money.exact(channel.mine());
        Shown pending = money.exact(channel.pending());
        Shown theirs = money.exact(channel.theirs());
        Shown total = money.exact(channel.mine().plus(channel.pending()).plus(channel.theirs()));
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
                Story.of(detail.timeline(), snapshot.coin(), money, when),
                channel.channelId(),
                When.span(channel.protectionPeriod()),
                Long.toString(channel.version()),
                total.text(),
                canClose(channel.status()));
    }

    private static boolean canClose(ChannelView.Status status) {
        return switch (status) {
            case OPEN, PENDING -> true;
            case PROPOSED, OPENING, SENDING, CLOSING, IN_DISPUTE, PAYING_OUT, SETTLED, DECLINED, STOPPED -> false;
        };
    }
}
