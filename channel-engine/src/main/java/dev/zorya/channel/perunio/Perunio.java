package dev.zorya.channel.perunio;

import dev.zorya.channel.codec.Apps;
import dev.zorya.channel.codec.Codec;
import dev.zorya.channel.codec.Decoding;
import dev.zorya.channel.codec.UnknownAppException;
import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.value.AddressMap;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import dev.zorya.channel.value.WireIdentity;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The perunio serializer of go-perun v0.15.0 (OFFCHAIN.md 3). Encoding throws {@link MalformedException} for the few values
 * without an encoding: a text over 65535 bytes, a number over 128 bytes, a list over 65535 elements. Decoding throws it, and
 * nothing else, for whatever bytes a peer may send. Safe for use by many threads.
 */
public final class Perunio implements Codec {
    /** Default limit for an envelope of a peer that has proven who it is, in bytes. */
    public static final int MAX_ENVELOPE = 4 << 20;

    /** Limit for an envelope of a peer that has proven nothing yet, in bytes. */
    public static final int MAX_UNAUTHENTICATED = 64 << 10;

    private final Apps apps;

    /** @param apps whose states can be decoded; all others are an {@link UnknownAppException} */
    public Perunio(Apps apps) {
        this.apps = apps;
    }

    @Override
    public byte[] encode(Envelope envelope) {
        PerunWriter out = new PerunWriter();
        AddressCodec.writeIdentity(out, envelope.sender());
        AddressCodec.writeIdentity(out, envelope.recipient());
        MessageCodec.write(out, envelope.message());
        return out.toArray();
    }

    /** The type byte and the body, without an envelope. */
    public static byte[] encode(Message message) {
        return write(MessageCodec::write, message);
    }

    public static byte[] encode(State state) {
        return write(ChannelCodec::writeState, state);
    }

    public static byte[] encode(Params params) {
        return write(ChannelCodec::writeParams, params);
    }

    public static byte[] encode(Allocation allocation) {
        return write(AllocationCodec::write, allocation);
    }

    public static byte[] encode(Balances balances) {
        return write(AllocationCodec::writeBalances, balances);
    }

    public static byte[] encode(AddressMap addresses) {
        return write(AddressCodec::writeMap, addresses);
    }

    /** A state with its signatures so far; nothing is a single zero byte. */
    public static byte[] encode(Optional<Transaction> transaction) {
        return write(ChannelCodec::writeOptional, transaction);
    }

    @Override
    public Decoding decode(ByteBuffer arrived, int limit) {
        PerunReader in = PerunReader.stream(arrived, limit, apps);
        try {
            WireIdentity sender = AddressCodec.readIdentity(in);
            WireIdentity recipient = AddressCodec.readIdentity(in);
            Envelope envelope = new Envelope(sender, recipient, MessageCodec.read(in));
            if (in.position() > limit) {
                throw new MalformedException("longer than the limit of " + limit + " bytes");
            }
            return new Decoding.Complete(envelope, in.position());
        } catch (Underflow underflow) {
            return new Decoding.NeedMore(underflow.needed);
        }
    }

    /** go-perun reads this format field by field. */
    @Override
    public boolean oneRecordEach() {
        return false;
    }

    /** What {@link #encode(Message)} made. */
    public Message message(Bytes encoded) {
        return whole(encoded, MessageCodec::read);
    }

    public State state(Bytes encoded) {
        return whole(encoded, ChannelCodec::readState);
    }

    public Params params(Bytes encoded) {
        return whole(encoded, ChannelCodec::readParams);
    }

    public Allocation allocation(Bytes encoded) {
        return whole(encoded, AllocationCodec::read);
    }

    public Balances balances(Bytes encoded) {
        return whole(encoded, AllocationCodec::readBalances);
    }

    public AddressMap addresses(Bytes encoded) {
        return whole(encoded, AddressCodec::readMap);
    }

    public Optional<Transaction> transaction(Bytes encoded) {
        return whole(encoded, in -> Optional.ofNullable(ChannelCodec.readOptional(in)));
    }

    private <T> T whole(Bytes encoded, Function<PerunReader, T> read) {
        PerunReader in = PerunReader.whole(ByteBuffer.wrap(encoded.toArray()), apps);
        T value = read.apply(in);
        if (in.unread() > 0) {
            throw new MalformedException(in.unread() + " bytes too many");
        }
        return value;
    }

    private static <T> byte[] write(BiConsumer<PerunWriter, T> write, T value) {
        PerunWriter out = new PerunWriter();
        write.accept(out, value);
        return out.toArray();
    }
}
