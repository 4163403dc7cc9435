package dev.zorya.identity;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.wire.SimpleAddress;
import dev.zorya.channel.wire.WireKey;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The card as JWS claims: the names of ARIES.md 4, texts throughout except the two dates of RFC 7519. */
final class CardJson {
    static final String TYPE = "perun-contact-card+jwt";

    private static final int ADDRESS_SIZE = 20;
    private static final int HASH_SIZE = 32;

    /** The year 9999: later ones have no text form. */
    private static final long LAST_DATE = 253_402_300_799L;

    private CardJson() {}

    static String write(ContactCard card) {
        CardClaims claims = card.claims();
        return Claims.write(json -> {
            json.writeStringProperty("iss", claims.did());
            json.writeStringProperty("id", claims.did());
            json.writeStringProperty("perunAddress", "0x" + claims.perunAddress());
            json.writeStringProperty("chainId", Long.toString(claims.chainId()));
            json.writeStringProperty("endpoint", claims.endpoint().uri());
            json.writeStringProperty(
                    "tlsSpkiSha256", CompactJws.encode(claims.tlsSpkiSha256().toArray()));
            json.writeStringProperty(
                    "wireAddress", CompactJws.encode(claims.wireAddress().toArray()));
            json.writeStringProperty("seq", Long.toString(claims.seq()));
            json.writeNumberProperty("iat", claims.issued().getEpochSecond());
            json.writeNumberProperty("exp", claims.expires().getEpochSecond());
            json.writeStringProperty("label", claims.label());
            json.writeStringProperty("capabilities", String.join(" ", claims.capabilities()));
            json.writeStringProperty("ethBinding", "0x" + card.ethBinding());
        });
    }

    static ContactCard read(CompactJws signed) throws ContactRefused {
        Claims claims = signed.claims();
        String did = claims.text("id");
        if (!did.equals(signed.signer()) || !did.equals(claims.text("iss"))) {
            throw CompactJws.damaged("kid, iss and id differ");
        }
        Endpoint endpoint =
                Endpoint.parseUri(claims.text("endpoint")).orElseThrow(() -> CompactJws.damaged("endpoint"));
        CardClaims card = new CardClaims(
                did,
                sized("perunAddress", hex(claims.text("perunAddress")), ADDRESS_SIZE),
                claims.number("chainId"),
                endpoint,
                sized("tlsSpkiSha256", CompactJws.bytes(claims.text("tlsSpkiSha256")), HASH_SIZE),
                wireAddress(CompactJws.bytes(claims.text("wireAddress"))),
                claims.number("seq"),
                Instant.ofEpochSecond(date(claims, "iat")),
                Instant.ofEpochSecond(date(claims, "exp")),
                claims.optional("label"),
                Set.copyOf(List.of(claims.optional("capabilities").split(" "))));
        return new ContactCard(
                card, new Signature(sized("ethBinding", hex(claims.text("ethBinding")), Signature.SIZE)));
    }

    private static long date(Claims claims, String name) throws ContactRefused {
        long seconds = claims.number(name);
        if (seconds > LAST_DATE) {
            throw CompactJws.damaged(name);
        }
        return seconds;
    }

    private static Bytes hex(String text) throws ContactRefused {
        try {
            return Bytes.fromHex(text);
        } catch (MalformedException e) {
            throw CompactJws.damaged("hexadecimal");
        }
    }

    private static Bytes sized(String name, Bytes bytes, int size) throws ContactRefused {
        if (bytes.size() != size) {
            throw CompactJws.damaged(name);
        }
        return bytes;
    }

    /**
     * A DID as its name, with a key (OFFCHAIN.md 1.2): an address without one would prove nobody. The name is the first DID that the wallet
     * has had: channels hang on the address, so it stays when the wallet moves to another identity (ARIES.md 7).
     */
    private static Bytes wireAddress(Bytes binary) throws ContactRefused {
        boolean usable;
        try {
            SimpleAddress address = SimpleAddress.parse(binary);
            usable = DidKey.parse(address.text()).isPresent()
                    && address.key()
                            .filter(key -> key.modulus().bitLength() == WireKey.BITS)
                            .isPresent();
        } catch (MalformedException e) {
            usable = false;
        }
        if (!usable) {
            throw CompactJws.damaged("wireAddress");
        }
        return binary;
    }
}
