package dev.zorya.channel.engine;

import dev.zorya.channel.message.Message;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.WireIdentity;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Messages for a channel that we do not know yet: the peer may be a step ahead while a channel opens (OFFCHAIN.md 7.1). Few
 * and for a short time; they are a stranger's to send, and no peer takes the place of another.
 */
final class EarlyMessages {
    private static final int MAX = 256;
    private static final int MAX_OF_PEER = 8;
    private static final Duration LIFE = Duration.ofSeconds(30);

    private record Early(ChannelId channel, WireIdentity peer, Message message, Instant until) {}

    private final InstantSource clock;
    private final Deque<Early> waiting = new ArrayDeque<>();

    EarlyMessages(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void keep(ChannelId channel, WireIdentity peer, Message message) {
        waiting.removeIf(e -> e.until().isBefore(clock.instant()));
        List<Early> same = waiting.stream().filter(e -> e.peer().equals(peer)).toList();
        if (same.size() == MAX_OF_PEER) {
            waiting.remove(same.getFirst());
        }
        if (waiting.size() == MAX) {
            return;
        }
        waiting.addLast(new Early(channel, peer, message, clock.instant().plus(LIFE)));
    }

    synchronized List<Message> taken(ChannelId channel, WireIdentity peer) {
        List<Message> messages = new ArrayList<>();
        for (Iterator<Early> each = waiting.iterator(); each.hasNext(); ) {
            Early early = each.next();
            if (early.channel().equals(channel) && early.peer().equals(peer)) {
                messages.add(early.message());
                each.remove();
            }
        }
        return messages;
    }
}
