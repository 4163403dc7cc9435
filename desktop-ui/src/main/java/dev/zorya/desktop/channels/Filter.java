package dev.zorya.desktop.channels;

import dev.zorya.desktop.present.Channels;
import dev.zorya.wallet.api.ChannelView;

/** Which channels are listed. */
enum Filter {
    ACTIVE,
    NEEDS_YOU,
    SETTLED,
    ALL;

    boolean takes(ChannelView channel) {
        return switch (this) {
            case ACTIVE -> !Channels.over(channel.status());
            case NEEDS_YOU -> Channels.needsYou(channel.status());
            case SETTLED -> Channels.over(channel.status());
            case ALL -> true;
        };
    }
}
