package dev.zorya.desktop.channel;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Share;
import dev.zorya.desktop.component.TimelineItem;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.money.Shown;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.CostSummary;
import dev.zorya.wallet.api.DisputeView;
import dev.zorya.wallet.api.DisputeView.Balance;
import dev.zorya.wallet.api.DisputeView.Registered;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a dispute says (UI.md 8): first whether there is anything to do.
 *
 * @param period null until something is on the chain
 * @param steps those to come; the ones before are the channel's story
 * @param balances the old one beside the one that counts, or only the latter
 * @param toCome the most that fees can still be, at the present fee; empty while it is not known
 * @param difference what the answer is worth, empty where there was none
 */
record DisputeModel(
        Tone tone,
        Icon icon,
        String strong,
        String plain,
        @Nullable Period period,
        List<TimelineItem> steps,
        List<Side> balances,
        String difference,
        Shown spent,
        String toCome) {
    /**
     * The time in which a newer balance counts.
     *
     * @param since and {@code end} in block time
     * @param begun who began it and when
     * @param decided when it is over
     * @param blind when the chain was seen last if it cannot be seen now, otherwise empty
     */
    record Period(Instant since, Instant end, String begun, String decided, String day, String blind) {}

    /** @param mine null if only the version is known */
    record Side(String title, boolean counts, @Nullable Shown mine, List<Share> shares) {}

    static DisputeModel of(
            ChannelView channel,
            DisputeView dispute,
            String name,
            String blind,
            Optional<CostSummary> costs,
            Money money,
            When when) {
        DisputeWords words = new DisputeWords(dispute, name, money, when);
        Registered registered = dispute.registered();
        return new DisputeModel(
                words.tone(),
                words.icon(),
                words.strong(),
                words.plain(),
                registered == null ? null : period(registered, words, blind, when),
                steps(dispute, name, money, when),
                balances(channel, dispute, money),
                difference(dispute, money),
                money.cost(dispute.spent()),
                costs.map(known -> money.cost(known.closeAlone()).text()).orElse(""));
    }

    private static Period period(Registered registered, DisputeWords words, String blind, When when) {
        return new Period(
                registered.since(),
                registered.end(),
                words.begun(when.stamp(registered.since())),
                Text.of("dispute.decided", when.stamp(registered.end())),
                Text.of("dispute.chain-time", when.weekday(registered.end())),
                blind);
    }

    private static List<TimelineItem> steps(DisputeView dispute, String name, Money money, When when) {
        String end = Optional.ofNullable(dispute.registered())
                .map(registered -> when.stamp(registered.end()))
                .orElse("");
        String ours = Text.of("dispute.step.zorya");
        List<TimelineItem> steps = new ArrayList<>();
        switch (dispute.step()) {
            case REGISTER -> steps.add(step(Text.of("dispute.step.register", version(dispute.ours())), "", ours));
            case ANSWER -> steps.add(step(Text.of("dispute.step.answer", version(dispute.ours())), "", ours));
            case PROGRESS -> steps.add(step(Text.of("dispute.step.move"), "", ours));
            case CONCLUDE, MOVE, WAIT -> {}
        }
        boolean theirs = dispute.step() == DisputeView.Step.WAIT;
        steps.add(step(Text.of("dispute.step.close"), end, theirs ? Text.of("dispute.step.they", name) : ours));
        Amount pays = dispute.pays();
        steps.add(step(
                pays == null
                        ? Text.of("dispute.step.pay-rest")
                        : Text.of("dispute.step.pay", money.exact(pays).text()),
                end,
                ours));
        return steps;
    }

    private static TimelineItem step(String sentence, String time, String second) {
        return new TimelineItem(Icon.WAITING, Tone.NEUTRAL, sentence, time, second, true);
    }

    private static List<Side> balances(ChannelView channel, DisputeView dispute, Money money) {
        Amount whole = channel.mine().plus(channel.pending()).plus(channel.theirs());
        List<Side> sides = new ArrayList<>();
        Balance old = dispute.old();
        if (old != null) {
            sides.add(side(Text.of("dispute.balance.old", version(old.version())), false, old.mine(), whole, money));
        }
        Registered registered = dispute.registered();
        sides.add(
                registered != null && dispute.step() == DisputeView.Step.WAIT
                        ? side(
                                Text.of(
                                        "dispute.balance.unknown",
                                        version(registered.balance().version())),
                                false,
                                dispute.pays(),
                                whole,
                                money)
                        : side(
                                Text.of("dispute.balance.counts", version(counting(dispute))),
                                true,
                                dispute.pays(),
                                whole,
                                money));
        return sides;
    }

    /** Ours, unless a newer one that we signed is there already. */
    private static long counting(DisputeView dispute) {
        Registered registered = dispute.registered();
        return registered == null || dispute.step() == DisputeView.Step.ANSWER
                ? dispute.ours()
                : registered.balance().version();
    }

    private static Side side(String title, boolean counts, @Nullable Amount mine, Amount whole, Money money) {
        if (mine == null) {
            return new Side(title, counts, null, List.of());
        }
        return new Side(
                title,
                counts,
                money.exact(mine),
                List.of(
                        new Share(Share.Kind.MINE, mine.units()),
                        new Share(
                                Share.Kind.THEIRS,
                                whole.units().subtract(mine.units()).max(BigInteger.ZERO))));
    }

    private static String difference(DisputeView dispute, Money money) {
        Balance old = dispute.old();
        Amount pays = dispute.pays();
        if (old == null
                || old.mine() == null
                || pays == null
                || pays.units().compareTo(old.mine().units()) <= 0) {
            return "";
        }
        Amount saved = new Amount(pays.units().subtract(old.mine().units()), pays.coin());
        return Text.of("dispute.difference", money.exact(saved).text());
    }

    private static String version(long version) {
        return Long.toUnsignedString(version);
    }
}
