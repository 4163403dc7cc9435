package dev.zorya.wallet;

import dev.zorya.channel.crypto.EthereumKey;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.ethereum.ledger.HeldAsset;
import dev.zorya.identity.CardClaims;
import dev.zorya.identity.ContactText;
import dev.zorya.identity.EmbeddedIdentity;
import dev.zorya.identity.Endpoint;
import dev.zorya.identity.IdentityUnavailable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Somebody with an identity, an address and a card, without a wallet around them. */
record Person(EmbeddedIdentity identity, EthereumKey key, CardClaims card) {
    static final long CHAIN = 31337;

    static Person of(int number, Instant issued) {
        EmbeddedIdentity identity = EmbeddedIdentity.of(filled(number));
        EthereumKey key = EthereumKey.of(filled(100 + number));
        Instant since = issued.truncatedTo(ChronoUnit.SECONDS);
        return new Person(
                identity,
                key,
                new CardClaims(
                        identity.did(),
                        key.address(),
                        CHAIN,
                        new Endpoint("127.0.0.1", 5750),
                        Bytes.wrap(filled(9)),
                        wireAddress(identity.did(), number),
                        1,
                        since,
                        since.plus(CardClaims.LIFETIME),
                        "Person " + number,
                        Set.of(CardClaims.EXTENSIONS)));
    }

    static byte[] filled(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    static Coins coins() {
        return new Coins(List.of(new HeldAsset.Ether(Bytes.wrap(Arrays.copyOf(filled(7), 20)))), CHAIN, true);
    }

    private static Bytes wireAddress(String did, int number) {
        byte[] name = did.getBytes(StandardCharsets.US_ASCII);
        byte[] modulus = new byte[256];
        Arrays.fill(modulus, (byte) (0x80 | number));
        return Bytes.of(ByteBuffer.allocate(2 + name.length + 2 + 256 + 4)
                .putShort((short) name.length)
                .put(name)
                .putShort((short) 256)
                .put(modulus)
                .putInt(65537)
                .array());
    }

    String did() {
        return identity.did();
    }

    WireIdentity wire() {
        return WireIdentity.single(card.wireAddress());
    }

    Participant participant() {
        return Participant.ethereum(key.address());
    }

    Contact contact(String name) throws IdentityUnavailable {
        return new Contact(name, ContactText.write(card, key, identity), new ByCard(card), card.issued(), false);
    }
}
