package dev.zorya.net;

import dev.zorya.channel.codec.Codec;
import dev.zorya.channel.message.Control.AuthResponse;
import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.channel.wire.SimpleAddress;
import dev.zorya.channel.wire.WireKey;
import dev.zorya.channel.wire.WireProof;

/** The own wire identity at work: what it sends, how it proves itself, how it checks others. */
final class Self {
    private static final int LABEL = 40;

    private final SimpleAddress address;
    private final WireIdentity identity;
    private final AuthResponse proof;
    private final Codec codec;

    Self(SimpleAddress address, WireKey key, Codec codec) {
        this.address = address;
        this.codec = codec;
        identity = address.identity();
        proof = key.prove(address);
        if (!proves(identity, proof)) {
            throw new MalformedException("the wire key does not belong to the own wire address");
        }
    }

    WireIdentity identity() {
        return identity;
    }

    Bytes name() {
        return address.name();
    }

    byte[] encode(WireIdentity recipient, Message message) {
        return codec.encode(new Envelope(identity, recipient, message));
    }

    /** The proof is the same for all peers and connections (OFFCHAIN.md 2.3). */
    byte[] greeting(WireIdentity peer) {
        return encode(peer, proof);
    }

    static boolean proves(WireIdentity claimed, AuthResponse proof) {
        return WireProof.check(claimed, proof) == WireProof.Verdict.PROVEN;
    }

    /** What decides crossing connections; of a proven identity. */
    static Bytes name(WireIdentity proven) {
        return SimpleAddress.in(proven).map(SimpleAddress::name).orElse(Bytes.EMPTY);
    }

    /** For logs and sentences: the claimed name, short, without anything that changes how the rest is read. */
    static String label(WireIdentity identity) {
        String text;
        try {
            text = SimpleAddress.in(identity).map(SimpleAddress::text).orElse("");
        } catch (MalformedException e) {
            text = "";
        }
        StringBuilder label = new StringBuilder();
        text.codePoints().filter(Self::visible).limit(LABEL).forEach(label::appendCodePoint);
        return label.isEmpty() ? "somebody without a name" : label.toString();
    }

    private static boolean visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
