package dev.zorya.net;

import io.netty.channel.Channel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Accepted connections that have proven nothing yet. When it is full, the one that waits longest among those of the most
 * crowded source goes: idle strangers cannot keep a contact out, and a flood hits itself first (THREATS.md 52).
 */
@SuppressWarnings("FutureReturnValueIgnored") // what becomes of it arrives as an event of the channel
final class Lobby {
    private final int capacity;
    private final RateLimit rate;
    private final Map<Channel, Source> waiting = new LinkedHashMap<>();

    Lobby(Limits limits) {
        capacity = limits.unproven();
        rate = new RateLimit(limits.connectionsPerMinute());
    }

    /** Lets a new connection in, or returns false if its source connects too often. */
    boolean admit(Channel channel) {
        Source source = Source.of(channel);
        if (!rate.allows(source, System.nanoTime())) {
            return false;
        }
        if (waiting.size() >= capacity) {
            Channel evicted = longestOfTheMostCrowded();
            waiting.remove(evicted);
            evicted.close();
        }
        waiting.put(channel, source);
        channel.closeFuture().addListener(closed -> leave(channel));
        return true;
    }

    /** Proven or closed. */
    void leave(Channel channel) {
        waiting.remove(channel);
    }

    int size() {
        return waiting.size();
    }

    private Channel longestOfTheMostCrowded() {
        Map<Source, Integer> crowd = new HashMap<>();
        waiting.values().forEach(source -> crowd.merge(source, 1, Integer::sum));
        Integer most = crowd.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        return waiting.entrySet().stream()
                .filter(entry -> most.equals(crowd.get(entry.getValue())))
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
