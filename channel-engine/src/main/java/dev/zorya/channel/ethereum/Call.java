package dev.zorya.channel.ethereum;

import dev.zorya.channel.crypto.Hashes;
import dev.zorya.channel.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.function.ObjIntConsumer;

/** A contract function by its signature: makes calldata from arguments. */
final class Call {
    private final Bytes selector;
    private final int slots;

    private Call(Bytes selector, int slots) {
        this.selector = selector;
        this.slots = slots;
    }

    /** @param signature as in the ABI, such as {@code holdings(bytes32)}, with {@code slots} arguments */
    static Call of(String signature, int slots) {
        return new Call(hash(signature).slice(0, 4), slots);
    }

    /** Keccak-256 of a signature; for an event, its topic. */
    static Bytes hash(String signature) {
        return Hashes.keccak256(signature.getBytes(StandardCharsets.US_ASCII));
    }

    /** @param arguments writes the arguments into the tuple whose start it is given */
    Bytes with(ObjIntConsumer<AbiWriter> arguments) {
        AbiWriter out = new AbiWriter();
        out.raw(selector);
        arguments.accept(out, out.tuple(slots));
        return Bytes.wrap(out.toArray());
    }

    Bytes withBytes32(Bytes argument) {
        return with((out, tuple) -> out.bytes32(tuple, 0, argument));
    }

    Bytes withNothing() {
        return with((out, tuple) -> {});
    }
}
