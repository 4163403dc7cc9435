package dev.zorya.desktop.channel;

import dev.zorya.desktop.money.Shown;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.ChannelView;
import java.time.Duration;

/**
 * What a person reads before they close: what comes back, when, at the latest, and what the other side can still do (UI.md 8).
 *
 * @param about under the title
 * @param asksThem closing together is offered
 * @param aloneFirst they are away or do not answer, so closing alone is chosen already
 * @param together what closing together takes
 * @param wayAlone name of the way without them
 * @param alone what closing alone takes
 * @param promise what Zorya closes with
 */
record CloseModel(
        String title,
        String about,
        boolean asksThem,
        boolean aloneFirst,
        String together,
        String wayAlone,
        String alone,
        String promise,
        String actAlone) {
    static CloseModel of(
            ChannelView channel, Exit exit, String name, boolean online, Shown mine, Shown pending, When when) {
        Duration period = channel.protectionPeriod();
        String back = when.weekday(when.now().plus(period));
        String span = When.span(period);
        boolean deposit = exit == Exit.DEPOSIT;
        boolean undecided = channel.pending().units().signum() > 0;
        return new CloseModel(
                deposit ? Text.of("close.deposit.title", name) : Text.of("close.title", name),
                deposit
                        ? Text.of("close.deposit.about", name, when.stamp(channel.opened()), mine.text())
                        : Text.of("close.about", mine.text()),
                exit == Exit.BOTH,
                exit != Exit.BOTH || !online || undecided,
                online ? Text.of("close.together.about", name) : Text.of("close.together.offline", name),
                deposit ? Text.of("close.deposit.way") : Text.of("close.alone"),
                Text.of("close.alone.about", back, span),
                promise(channel, deposit, undecided, name, pending, back),
                deposit ? Text.of("close.deposit.act") : Text.of("close.alone.act"));
    }

    private static String promise(
            ChannelView channel, boolean deposit, boolean undecided, String name, Shown pending, String back) {
        if (deposit) {
            return Text.of("close.deposit.promise", name);
        }
        String version = Long.toUnsignedString(channel.version());
        return undecided
                ? Text.of("close.promise.pending", version, back, name, pending.text())
                : Text.of("close.promise", version, back, name);
    }
}
