package dev.zorya.desktop.channels;

import dev.zorya.desktop.component.Person;
import dev.zorya.desktop.component.Share;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.money.Shown;
import dev.zorya.desktop.present.Channels;
import dev.zorya.desktop.present.Look;
import dev.zorya.desktop.present.People;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.ChannelView;
import java.util.List;

/**
 * One row of the list.
 *
 * @param pending the line under the own balance, empty if nothing is pending
 * @param spoken the row in one sentence; the bar is silent (UI.md 10)
 */
record ChannelRow(
        String key,
        Person person,
        Look look,
        String waitsFor,
        List<Share> shares,
        boolean live,
        boolean hidden,
        Shown mine,
        Shown theirs,
        String pending,
        String opened,
        String spoken) {
    static ChannelRow of(ChannelView channel, Snapshot snapshot, Money money, When when) {
        Person person = People.of(snapshot, channel.contactDid());
        Look look = Channels.of(channel.status());
        Shown mine = money.mine(channel.mine());
        Shown theirs = money.mine(channel.theirs());
        boolean pending = channel.pending().units().signum() > 0;
        return new ChannelRow(
                channel.key(),
                person,
                look,
                channel.waitsFor(),
                Channels.shares(channel),
                Channels.live(channel.status()),
                money.hidden(),
                mine,
                theirs,
                pending
                        ? Text.of(
                                "channels.pending",
                                money.mine(channel.pending()).number())
                        : "",
                when.brief(channel.opened()),
                Text.of("channels.row.spoken", person.name(), look.word(), mine.spoken(), theirs.spoken()));
    }
}
