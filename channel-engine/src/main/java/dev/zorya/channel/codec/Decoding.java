package dev.zorya.channel.codec;

import dev.zorya.channel.message.Envelope;

/** What the bytes that have arrived so far amount to. */
public sealed interface Decoding {
    /**
     * A whole envelope.
     *
     * @param consumed the envelope's size in bytes; the next one starts there
     */
    record Complete(Envelope envelope, int consumed) implements Decoding {}

    /**
     * The envelope goes on. Trying again with fewer than {@code total} bytes is useless, which keeps a peer that sends
     * byte by byte from making us decode as often.
     *
     * @param total lower bound of the envelope's size in bytes, within the limit that was given
     */
    record NeedMore(int total) implements Decoding {}
}
