package dev.zorya.ethereum.ledger;

import dev.zorya.channel.ethereum.AdjudicatorCalls;
import dev.zorya.channel.ethereum.EthereumEncoding;
import dev.zorya.channel.value.Bytes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the channels that events are about: events only say what to read (safety rule 8). An event counts twice, when it is
 * first seen and when its block is final; blocks that are not final yet are looked through again with each new one, so that
 * an event that is gone is noticed as well.
 */
final class Touched {
    /** Events in blocks that are not final, and whom they concern. */
    private Map<LogEntry.Key, ChannelWatch> open = Map.of();

    /** Who is concerned by an event with this subject: a channel, or one participant's part of it. */
    private record Concern(ChannelWatch watch, int participant) {}

    /**
     * Marks those to be read.
     *
     * @param events of all blocks that were not final last time
     * @param lastFinal number of the newest final block
     */
    void mark(Collection<ChannelWatch> watches, List<LogEntry> events, long lastFinal) {
        Map<Bytes, Concern> concerns = events.isEmpty() ? Map.of() : concerns(watches);
        Map<LogEntry.Key, ChannelWatch> nowOpen = new HashMap<>();
        for (LogEntry event : events) {
            Concern concern = concerns.get(event.subject());
            if (concern == null) {
                continue;
            }
            boolean isFinal = event.block() <= lastFinal;
            if (!isFinal) {
                nowOpen.put(event.key(), concern.watch());
            }
            if (isFinal || !open.containsKey(event.key())) {
                mark(concern, event, isFinal);
            }
        }
        open.forEach((key, watch) -> {
            if (!nowOpen.containsKey(key)) {
                watch.want();
            }
        });
        open = nowOpen;
    }

    private static Map<Bytes, Concern> concerns(Collection<ChannelWatch> watches) {
        Map<Bytes, Concern> concerns = new HashMap<>();
        for (ChannelWatch watch : watches) {
            concerns.put(watch.channel().bytes(), new Concern(watch, -1));
            for (int part = 0; part < watch.parts().size(); part++) {
                Bytes id = EthereumEncoding.fundingId(
                        watch.channel(), watch.parts().get(part));
                concerns.put(id, new Concern(watch, part));
            }
        }
        return concerns;
    }

    private static void mark(Concern concern, LogEntry event, boolean isFinal) {
        ChannelWatch watch = concern.watch();
        watch.want();
        if (event.event().equals(AdjudicatorCalls.CHANNEL_UPDATE)) {
            watch.registrar().saw(event.transaction());
            return;
        }
        // what is not final may come again in another block, and would count twice
        if (isFinal) {
            watch.paid(concern.participant(), event);
        }
    }
}
