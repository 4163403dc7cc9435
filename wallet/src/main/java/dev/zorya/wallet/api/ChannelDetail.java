package dev.zorya.wallet.api;

import java.util.List;

/** @param timeline newest first; runs of payments are folded by the window */
public record ChannelDetail(ChannelView channel, List<TimelineEntry> timeline) {
    public ChannelDetail {
        timeline = List.copyOf(timeline);
    }
}
