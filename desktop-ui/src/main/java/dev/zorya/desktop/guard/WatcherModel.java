package dev.zorya.desktop.guard;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.present.Look;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.GuardReport;
import java.text.NumberFormat;
import java.util.List;

/**
 * What the page says about the watcher.
 *
 * @param watcher on, defending or blind
 * @param about the line under it
 * @param block newest block seen
 * @param reserve what to keep for fees, in words if it is not known
 * @param account what there is
 * @param advice one sentence about the reserve
 * @param isShort the account has less than that
 */
record WatcherModel(
        Look watcher,
        String about,
        String block,
        String age,
        String reserve,
        String account,
        String advice,
        boolean isShort,
        List<GuardRow> rows) {
    static WatcherModel of(GuardReport report, Snapshot snapshot, Money money, When when) {
        return new WatcherModel(
                watcher(snapshot),
                Text.count("guard.watcher.channels", report.channels().size()),
                report.block() == 0
                        ? Text.of("guard.block.none")
                        : NumberFormat.getIntegerInstance(Text.locale()).format(report.block()),
                report.block() == 0 ? "" : when.ago(report.blockTime()),
                report.reserve() == null
                        ? Text.of("guard.reserve.unknown")
                        : money.cost(report.reserve()).text(),
                report.account() == null
                        ? ""
                        : Text.of("guard.account", money.mine(report.account()).text()),
                advice(report, money),
                report.isShort(),
                report.channels().stream()
                        .map(channel -> GuardRow.of(channel, snapshot, money, when))
                        .toList());
    }

    /** In the window's own words: amounts may be hidden. */
    private static String advice(GuardReport report, Money money) {
        Amount account = report.account();
        Amount reserve = report.reserve();
        if (account == null || reserve == null) {
            return Text.of("guard.advice.unknown");
        }
        if (reserve.units().signum() == 0) {
            return Text.of("guard.advice.none");
        }
        if (!report.isShort()) {
            return Text.of("guard.advice.enough", money.cost(reserve).text());
        }
        Amount missing = new Amount(reserve.units().subtract(account.units()), reserve.coin());
        return Text.of("guard.advice.short", money.cost(missing).text());
    }

    private static Look watcher(Snapshot snapshot) {
        return switch (snapshot.health().chain()) {
            case NO_ANSWER, WRONG_CHAIN, STOPPED -> new Look(Icon.NO_CHAIN, Text.of("guard.watcher.blind"), Tone.BAD);
            case CONNECTING -> new Look(Icon.WORKING, Text.of("guard.watcher.connecting"), Tone.BUSY);
            case GOOD ->
                snapshot.disputes() > 0
                        ? new Look(Icon.DISPUTE, Text.count("guard.watcher.defending", snapshot.disputes()), Tone.WAIT)
                        : new Look(Icon.GUARD, Text.of("guard.watcher.on"), Tone.OK);
        };
    }
}
