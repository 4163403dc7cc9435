package dev.zorya.ethereum.chain;

import java.util.List;

/**
 * What came of a transaction or a look at the chain, in the words of {@code onchain-rules-official.json}.
 *
 * @param text the revert text, {@code Panic(0x..)}, other revert data in hex, or {@code (no data)}; the value for a read-back; otherwise empty
 * @param events in order; for a channel update with version and phase
 */
public record Outcome(boolean accepted, String text, List<String> events) {
    public static Outcome value(Object value) {
        return new Outcome(true, value.toString(), List.of());
    }

    public static Outcome reverted(String text) {
        return new Outcome(false, text, List.of());
    }

    public static Outcome acceptedWith(String... events) {
        return new Outcome(true, "", List.of(events));
    }

    /** The events as a read-back. */
    public Outcome eventsAsValue() {
        return value("[" + String.join(" ", events) + "]");
    }
}
