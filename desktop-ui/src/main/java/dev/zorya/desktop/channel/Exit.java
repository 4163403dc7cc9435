package dev.zorya.desktop.channel;

import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.ChannelView;

/** How a channel can be left in its present state. */
enum Exit {
    /** Not now. */
    NONE,
    /** Together with the contact, or alone. */
    BOTH,
    /** The contact was asked and has not signed yet. */
    ALONE,
    /** The channel is not open yet; a deposit can be taken back. */
    DEPOSIT;

    static Exit of(ChannelView.Status status) {
        return switch (status) {
            case OPEN, PENDING -> BOTH;
            case CLOSING -> ALONE;
            case OPENING -> DEPOSIT;
            case PROPOSED, SENDING, IN_DISPUTE, PAYING_OUT, SETTLED, STALE, DECLINED, STOPPED -> NONE;
        };
    }

    /** The words on the button that leads there. */
    String label() {
        return switch (this) {
            case NONE, BOTH -> Text.of("channel.close");
            case ALONE -> Text.of("channel.close-alone");
            case DEPOSIT -> Text.of("channel.take-back");
        };
    }
}
