package dev.zorya.ethereum.rpc;

import java.util.List;
import java.util.Locale;

/** How providers say that they have answered enough for now. There is no one code for it; each has its own words. */
final class RateLimit {
    private static final List<String> WORDS = List.of(
            "rate limit",
            "too many requests",
            "request limit",
            "limit exceeded",
            "request count exceeded",
            "compute units",
            "over quota",
            "throttl");

    private RateLimit() {}

    /** By the text of a failed HTTP exchange. */
    static boolean isHttp(String message) {
        return message.contains("response received: 429");
    }

    /**
     * By the refusal of a single question, empty if there is none. Of events providers say the same words when there are too many
     * in the range: whoever asks for events asks for less then.
     */
    static boolean isMeant(String method, String refusal) {
        String words = refusal.toLowerCase(Locale.ROOT);
        return !method.equals("eth_getLogs") && WORDS.stream().anyMatch(words::contains);
    }
}
