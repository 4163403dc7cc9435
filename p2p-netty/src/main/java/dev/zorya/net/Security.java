package dev.zorya.net;

/** How connections are protected. */
public sealed interface Security {
    /** TLS 1.2 or 1.3; this key is shown to dialers and, by Zoryas, to whom they dial. */
    record Tls(TlsKey key) implements Security {}

    /**
     * No protection. For tests and measuring rigs; refuses every address that is not loopback, and every contact that
     * has a pinned TLS key, because nothing could be checked.
     */
    record PlainLoopback() implements Security {}
}
