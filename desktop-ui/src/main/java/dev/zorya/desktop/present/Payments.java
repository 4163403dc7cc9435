package dev.zorya.desktop.present;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.money.Shown;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.PaymentView;

/** Payments, and channels on their way, as rows. */
public final class Payments {
    private Payments() {}

    /** The word of UI.md 7; "failed" is not one: it hides whether money can still move. */
    public static Look of(PaymentView.Status status) {
        return switch (status) {
            case PENDING -> new Look(Icon.WAITING, Text.of("payment.pending"), Tone.WAIT);
            case DONE -> new Look(Icon.DONE, Text.of("payment.done"), Tone.NEUTRAL);
            case CANCELLED -> new Look(Icon.CLOSE, Text.of("payment.cancelled"), Tone.NEUTRAL);
        };
    }

    /** Incoming with plus, outgoing with minus (UI.md 6). */
    public static Shown amount(PaymentView payment, Money money) {
        return payment.incoming() ? money.incoming(payment.amount()) : money.outgoing(payment.amount());
    }

    public static EventRow row(PaymentView payment, Snapshot snapshot, Money money, When when) {
        String name = People.of(snapshot, payment.contactDid()).name();
        String title = payment.incoming() ? Text.of("row.received", name) : Text.of("row.paid", name);
        String second = second(payment);
        String time = when.brief(payment.at());
        Shown amount = amount(payment, money);
        return new EventRow(
                icon(payment),
                tone(payment),
                title,
                second,
                amount,
                payment.incoming() && payment.status() == PaymentView.Status.DONE,
                time,
                payment.channelKey(),
                Text.of("row.spoken", title, amount.spoken(), second, time));
    }

    /** A channel that is opening or closing; money between own places has no sign. */
    public static EventRow underWay(ChannelView channel, Snapshot snapshot, Money money, When when) {
        String name = People.of(snapshot, channel.contactDid()).name();
        Look look = Channels.of(channel.status());
        String title = Text.of("row.channel", look.word(), name);
        String time = when.brief(channel.opened());
        Shown amount = money.mine(channel.mine());
        return new EventRow(
                look.icon(),
                look.tone(),
                title,
                channel.waitsFor(),
                amount,
                false,
                time,
                channel.key(),
                Text.of("row.spoken", title, amount.spoken(), channel.waitsFor(), time));
    }

    private static String second(PaymentView payment) {
        return switch (payment.status()) {
            case PENDING -> Text.of("row.pending");
            case CANCELLED -> Text.of("row.cancelled");
            case DONE -> payment.memo().isBlank() ? Text.of("row.no-note") : payment.memo();
        };
    }

    private static Icon icon(PaymentView payment) {
        return payment.incoming() ? Icon.RECEIVE : Icon.PAY;
    }

    private static Tone tone(PaymentView payment) {
        return switch (payment.status()) {
            case PENDING -> Tone.WAIT;
            case CANCELLED -> Tone.NEUTRAL;
            case DONE -> payment.incoming() ? Tone.OK : Tone.BUSY;
        };
    }
}
