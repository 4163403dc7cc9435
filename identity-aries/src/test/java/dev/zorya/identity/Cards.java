package dev.zorya.identity;

import dev.zorya.channel.crypto.EthereumKey;
import dev.zorya.channel.ethereum.EthereumScheme;
import dev.zorya.channel.value.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Two people and their cards. */
public final class Cards {
    static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");
    public static final long CHAIN = 31337;
    static final EmbeddedIdentity ALICE = EmbeddedIdentity.of(filled(1));
    static final EthereumKey ALICE_KEY = EthereumKey.of(filled(2));
    static final EmbeddedIdentity BOB = EmbeddedIdentity.of(filled(3));
    static final EthereumKey BOB_KEY = EthereumKey.of(filled(4));

    private Cards() {}

    public static byte[] filled(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    public static Bytes wireAddress(String did, int keySeed) {
        byte[] name = did.getBytes(StandardCharsets.US_ASCII);
        byte[] modulus = new byte[256];
        Arrays.fill(modulus, (byte) (0x80 | keySeed));
        return Bytes.of(ByteBuffer.allocate(2 + name.length + 2 + 256 + 4)
                .putShort((short) name.length)
                .put(name)
                .putShort((short) 256)
                .put(modulus)
                .putInt(65537)
                .array());
    }

    static CardClaims alice(long seq) {
        return new CardClaims(
                ALICE.did(),
                ALICE_KEY.address(),
                CHAIN,
                new Endpoint("127.0.0.1", 5750),
                Bytes.of(filled(9)),
                wireAddress(ALICE.did(), 5),
                seq,
                NOW.minus(Duration.ofDays(1)),
                NOW.plus(Duration.ofDays(29)),
                "Alice",
                Set.of(CardClaims.EXTENSIONS));
    }

    static String text(CardClaims claims) {
        return text(claims, ALICE_KEY, ALICE);
    }

    static String text(CardClaims claims, EthereumKey key, EmbeddedIdentity identity) {
        try {
            return ContactText.write(claims, key, identity);
        } catch (IdentityUnavailable e) {
            throw new AssertionError("a key in this program is there", e);
        }
    }

    /** Bob reads. */
    static CardCheck bob() {
        return check(NOW, Optional.empty());
    }

    static CardCheck check(Instant now, Optional<CardClaims> pinned) {
        return new CardCheck(
                BOB.did(),
                BOB_KEY.address(),
                CHAIN,
                new EthereumScheme(),
                now,
                did -> pinned.filter(card -> card.did().equals(did)));
    }
}
