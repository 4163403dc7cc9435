package dev.zorya.ethereum.rpc;

import java.time.Duration;

/** Pauses that double up to a limit. Not for several threads. */
public final class Backoff {
    private final Duration first;
    private final Duration longest;
    private Duration next;

    public Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    /** The pause to make now. */
    public Duration next() {
        Duration now = next;
        next = now.multipliedBy(2).compareTo(longest) > 0 ? longest : now.multipliedBy(2);
        return now;
    }

    /** It worked: the next trouble begins with a short pause again. */
    public void reset() {
        next = first;
    }
}
