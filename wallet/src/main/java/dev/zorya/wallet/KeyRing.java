package dev.zorya.wallet;

import dev.zorya.channel.crypto.EthereumKey;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.wire.SimpleAddress;
import dev.zorya.channel.wire.WireKey;
import dev.zorya.identity.EmbeddedIdentity;
import dev.zorya.net.TlsKey;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The keys of one wallet (ARIES.md 4). Perun key and DID come from the words, so they come back with them; the RSA key of the wire
 * identity and the TLS key are made once. All are sealed together in the vault.
 */
final class KeyRing implements AutoCloseable {
    private static final byte FORMAT = 1;
    private static final int PARTS = 5;
    private static final String COPIES = "copies";

    private final byte[] entropy;
    private final EthereumKey perun;
    private final byte[] perunSecret;
    private final EmbeddedIdentity identity;
    private final byte[] identitySeed;
    private final WireKey wire;
    private final TlsKey tls;

    private KeyRing(byte[] entropy, byte[] perunSecret, byte[] identitySeed, WireKey wire, TlsKey tls) {
        this.entropy = entropy;
        this.perunSecret = perunSecret;
        this.perun = EthereumKey.of(perunSecret);
        this.identitySeed = identitySeed;
        this.identity = EmbeddedIdentity.of(identitySeed);
        this.wire = wire;
        this.tls = tls;
    }

    /** New keys for valid words. Takes some tenths of a second. */
    static KeyRing create(List<String> words, SecureRandom random) {
        byte[] seed = Words.seed(words);
        try {
            return new KeyRing(
                    Words.entropy(words),
                    Derivation.ethereumKey(seed),
                    Derivation.identitySeed(seed),
                    WireKey.generate(random),
                    TlsKey.create());
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    /**
     * Reads what {@link #secret()} wrote.
     *
     * @throws MalformedException if it is anything else
     */
    static KeyRing open(byte[] secret) {
        ByteBuffer in = ByteBuffer.wrap(secret);
        List<byte[]> parts = new ArrayList<>();
        try {
            if (in.get() != FORMAT) {
                throw new MalformedException("keys of a newer program");
            }
            for (int i = 0; i < PARTS; i++) {
                byte[] part = new byte[Short.toUnsignedInt(in.getShort())];
                in.get(part);
                parts.add(part);
            }
            return new KeyRing(
                    parts.get(0),
                    parts.get(1),
                    parts.get(2),
                    WireKey.fromPkcs8(parts.get(3)),
                    TlsKey.read(parts.get(4)));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new MalformedException("these are not the keys of a wallet", e);
        } finally {
            parts.stream().skip(3).forEach(part -> Arrays.fill(part, (byte) 0));
        }
    }

    /** Everything, to be sealed: a format byte, then each part after its length (16 bits). The caller wipes it. */
    byte[] secret() {
        List<byte[]> parts = List.of(entropy, perunSecret, identitySeed, wire.pkcs8(), tls.secret());
        int size =
                1 + parts.stream().mapToInt(part -> Short.BYTES + part.length).sum();
        ByteBuffer out = ByteBuffer.allocate(size).put(FORMAT);
        parts.forEach(part -> out.putShort((short) part.length).put(part));
        parts.stream().skip(3).forEach(part -> Arrays.fill(part, (byte) 0));
        return out.array();
    }

    /** What the copies of this wallet are sealed under. The caller wipes it. */
    byte[] copyKey() {
        return derive(COPIES);
    }

    /** The same for words alone. @param words a valid phrase */
    static byte[] copyKey(List<String> words) {
        byte[] seed = Words.seed(words);
        byte[] identity = Derivation.identitySeed(seed);
        try {
            return Derivation.further(identity, COPIES);
        } finally {
            Arrays.fill(seed, (byte) 0);
            Arrays.fill(identity, (byte) 0);
        }
    }

    List<String> words() {
        return Words.of(entropy);
    }

    EthereumKey perun() {
        return perun;
    }

    /** The identity that came with the words; the wallet may use another one now, see {@link Parts#identity()}. */
    EmbeddedIdentity identity() {
        return identity;
    }

    /** A further secret for one purpose, 32 bytes; the caller wipes it. */
    byte[] derive(String purpose) {
        return Derivation.further(identitySeed, purpose);
    }

    /** What peers and channels know this wallet by, whatever identity it uses. */
    SimpleAddress wireAddress() {
        return wire.address(identity.did());
    }

    WireKey wire() {
        return wire;
    }

    TlsKey tls() {
        return tls;
    }

    /** Wipes what can be wiped; the objects of the JDK behind RSA and TLS keys cannot. */
    @Override
    public void close() {
        perun.close();
        Arrays.fill(entropy, (byte) 0);
        Arrays.fill(perunSecret, (byte) 0);
        Arrays.fill(identitySeed, (byte) 0);
    }
}
