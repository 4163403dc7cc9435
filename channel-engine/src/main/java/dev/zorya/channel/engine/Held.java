package dev.zorya.channel.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Inputs whose step the store did not take. Few: what a peer goes on sending while the disk is full must not fill the memory,
 * and a peer repeats what gets no answer.
 */
final class Held {
    static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int MAX = 64;

    private final List<Channel.Mail> inputs = new ArrayList<>();

    /** True for the first one: somebody has to release them. */
    synchronized boolean keep(Channel.Mail input) {
        if (inputs.size() < MAX) {
            inputs.add(input);
        }
        return inputs.size() == 1;
    }

    synchronized List<Channel.Mail> release() {
        List<Channel.Mail> all = List.copyOf(inputs);
        inputs.clear();
        return all;
    }
}
