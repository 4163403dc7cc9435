package dev.zorya.channel.ethereum;

import dev.zorya.channel.crypto.Hashes;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.State;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;

/**
 * Encodings, ids and hashes as the contracts compute them (ONCHAIN.md 3). Values that no contract could hold are refused with
 * a {@link MalformedException}: an amount over 256 bits, a participant without an Ethereum address, an index map longer than
 * the participants.
 */
public final class EthereumEncoding {
    private static final byte[] SIGNED_MESSAGE =
            "\u0019Ethereum Signed Message:\n32".getBytes(StandardCharsets.US_ASCII);

    private EthereumEncoding() {}

    public static Bytes encode(Params params) {
        return Bytes.wrap(encode(Structs::params, params));
    }

    public static Bytes encode(State state) {
        return Bytes.wrap(encode(Structs::state, state));
    }

    public static Bytes encode(WithdrawalAuth auth) {
        return Bytes.wrap(encode(Structs::auth, auth));
    }

    public static ChannelId channelId(Params params) {
        return new ChannelId(Hashes.keccak256(encode(Structs::params, params)));
    }

    /** What {@code disputes()} holds for a registered state. */
    public static Bytes stateHash(State state) {
        return Hashes.keccak256(encode(Structs::state, state));
    }

    /** The 32 bytes that a participant signs. */
    public static Bytes digest(State state) {
        return signedMessage(stateHash(state));
    }

    /** The 32 bytes that a participant signs to be paid. */
    public static Bytes digest(WithdrawalAuth auth) {
        return signedMessage(Hashes.keccak256(encode(Structs::auth, auth)));
    }

    /** Under which id a holder keeps a participant's money. */
    public static Bytes fundingId(ChannelId channel, Bytes address) {
        AbiWriter out = new AbiWriter();
        int tuple = out.tuple(2);
        out.bytes32(tuple, 0, channel.bytes());
        out.address(tuple, 1, address);
        return Hashes.keccak256(out.toArray());
    }

    /** Ethereum's prefix for signed messages (EIP-191) around a hash. */
    public static Bytes signedMessage(Bytes hash) {
        return Hashes.keccak256(SIGNED_MESSAGE, hash.requireSize(32, "hash").toArray());
    }

    /** As a single argument of tuple type: the offset word comes first. */
    private static <T> byte[] encode(BiConsumer<AbiWriter, T> struct, T value) {
        AbiWriter out = new AbiWriter();
        out.dynamic(out.tuple(1), 0, writer -> struct.accept(writer, value));
        return out.toArray();
    }
}
