package dev.zorya.channel.codec;

import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.value.MalformedException;
import java.nio.ByteBuffer;

/**
 * How envelopes become bytes on a connection and back. All peers of one network use the same codec: nothing on the wire
 * says which it is (OFFCHAIN.md 0). Safe for use by many threads.
 */
public interface Codec {
    /**
     * The frame of an envelope, with whatever separates it from the next one.
     *
     * @throws MalformedException if the codec has no encoding for it; a {@link NotCarriedException} if the other codec has
     */
    byte[] encode(Envelope envelope);

    /**
     * Decodes the frame that starts at the buffer's position. Neither the position nor the content changes.
     *
     * @param limit the most bytes that one frame may take
     * @throws MalformedException if no further bytes could make this an envelope; the connection is of no more use
     */
    Decoding decode(ByteBuffer arrived, int limit);

    /**
     * Whether the other side takes a frame with a single read, so that a frame must not be spread over TLS records
     * (OFFCHAIN.md 4.3, 2).
     */
    boolean oneRecordEach();
}
