package dev.zorya.desktop.present;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Share;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.ChannelView;
import java.util.List;

/** The words, the look and the bar of a channel (UI.md 7 and 8). */
public final class Channels {
    private Channels() {}

    public static Look of(ChannelView.Status status) {
        return switch (status) {
            case PROPOSED -> new Look(Icon.WAITING, Text.of("channel.proposed"), Tone.NEUTRAL);
            case OPENING -> new Look(Icon.WORKING, Text.of("channel.opening"), Tone.BUSY);
            case OPEN -> new Look(Icon.DONE, Text.of("channel.open"), Tone.OK);
            case SENDING -> new Look(Icon.WORKING, Text.of("channel.sending"), Tone.BUSY);
            case PENDING -> new Look(Icon.WAITING, Text.of("channel.pending"), Tone.WAIT);
            case CLOSING -> new Look(Icon.WORKING, Text.of("channel.closing"), Tone.BUSY);
            case IN_DISPUTE -> new Look(Icon.DISPUTE, Text.of("channel.in-dispute"), Tone.BAD);
            case PAYING_OUT -> new Look(Icon.PAYING_OUT, Text.of("channel.paying-out"), Tone.BUSY);
            case SETTLED -> new Look(Icon.DONE, Text.of("channel.settled"), Tone.NEUTRAL);
            case DECLINED -> new Look(Icon.CLOSE, Text.of("channel.declined"), Tone.NEUTRAL);
            case STALE -> new Look(Icon.STALE, Text.of("channel.stale"), Tone.WAIT);
            case STOPPED -> new Look(Icon.STOPPED, Text.of("channel.stopped"), Tone.BAD);
        };
    }

    /** Both can pay; otherwise the bar is drawn at half strength. */
    public static boolean live(ChannelView.Status status) {
        return switch (status) {
            case OPEN, SENDING, PENDING -> true;
            case PROPOSED, OPENING, CLOSING, IN_DISPUTE, PAYING_OUT, SETTLED, STALE, DECLINED, STOPPED -> false;
        };
    }

    /** Nothing more will happen with it. */
    public static boolean over(ChannelView.Status status) {
        return switch (status) {
            case SETTLED, DECLINED -> true;
            case PROPOSED, OPENING, OPEN, SENDING, PENDING, CLOSING, IN_DISPUTE, PAYING_OUT, STALE, STOPPED -> false;
        };
    }

    /** The person can or must do something. */
    public static boolean needsYou(ChannelView.Status status) {
        return switch (status) {
            case PENDING, IN_DISPUTE, STALE, STOPPED -> true;
            case PROPOSED, OPENING, OPEN, SENDING, CLOSING, PAYING_OUT, SETTLED, DECLINED -> false;
        };
    }

    /** Yours, pending, theirs: the order of the bar. */
    public static List<Share> shares(ChannelView channel) {
        return List.of(
                new Share(Share.Kind.MINE, channel.mine().units()),
                new Share(Share.Kind.PENDING, channel.pending().units()),
                new Share(Share.Kind.THEIRS, channel.theirs().units()));
    }
}
