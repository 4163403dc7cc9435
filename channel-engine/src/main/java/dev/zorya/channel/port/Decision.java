package dev.zorya.channel.port;

/** The answer to a {@link Question}. */
public sealed interface Decision {
    record Accept() implements Decision {}

    /** @param reason is sent to the peer */
    record Decline(String reason) implements Decision {}
}
