package dev.zorya.channel.protobuf;

import dev.zorya.channel.codec.Apps;
import dev.zorya.channel.codec.Codec;
import dev.zorya.channel.codec.Decoding;
import dev.zorya.channel.codec.NotCarriedException;
import dev.zorya.channel.codec.UnknownAppException;
import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.value.MalformedException;
import java.nio.ByteBuffer;

/**
 * The protobuf serializer of go-perun v0.15.0 (OFFCHAIN.md 4): frames of a 16-bit big-endian length and an Envelope.
 * Decoding throws {@link MalformedException}, and nothing else, for whatever bytes a peer may send.
 *
 * <p>Of what go-perun cannot carry, encoding is a {@link NotCarriedException}: our extensions, a sync without a state, and
 * a frame over {@link #MAX_SENT} bytes. Locked funds it reads and never writes, so sub-channels and virtual channels work
 * in one direction only and perunio is the better choice (OFFCHAIN.md 4.3).
 */
public final class Protobuf implements Codec {
    /** The longest frame that is read, in bytes: its length field can say no more. */
    public static final int MAX_READ = 2 + 0xffff;

    /** The longest frame that is sent, in bytes: go-perun takes a frame only out of one TLS record (OFFCHAIN.md 4.3, 2). */
    public static final int MAX_SENT = 16 << 10;

    private final MessageCodec messages;

    /** @param apps whose states can be decoded; all others are an {@link UnknownAppException} */
    public Protobuf(Apps apps) {
        messages = new MessageCodec(new ChannelCodec(apps));
    }

    @Override
    public byte[] encode(Envelope envelope) {
        FieldWriter out = new FieldWriter();
        MessageCodec.write(out, envelope);
        byte[] body = out.toByteArray();
        int size = Short.BYTES + body.length;
        if (size > MAX_SENT) {
            throw new NotCarriedException(
                    "protobuf carries " + MAX_SENT + " bytes at a time, and this message has " + size);
        }
        return ByteBuffer.allocate(size).putShort((short) body.length).put(body).array();
    }

    @Override
    public Decoding decode(ByteBuffer arrived, int limit) {
        ByteBuffer in = arrived.slice();
        if (in.remaining() < Short.BYTES) {
            return new Decoding.NeedMore(Short.BYTES);
        }
        int size = Short.BYTES + Short.toUnsignedInt(in.getShort());
        if (size > limit) {
            throw new MalformedException("longer than the limit of " + limit + " bytes");
        }
        if (arrived.remaining() < size) {
            return new Decoding.NeedMore(size);
        }
        byte[] body = new byte[size - Short.BYTES];
        in.get(body);
        return new Decoding.Complete(messages.read(Fields.of(body)), size);
    }

    /** go-perun takes the payload with a single read, which ends with the TLS record. */
    @Override
    public boolean oneRecordEach() {
        return true;
    }
}
