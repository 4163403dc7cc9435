package dev.zorya.channel.vectors;

import dev.zorya.channel.crypto.EthereumKey;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.channel.wire.WireKey;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.RSAPrivateCrtKeySpec;
import tools.jackson.databind.JsonNode;

/** Alice, Bob, Carol and the hub of identities.json, with their keys: the parties of all vectors and transcripts. */
public final class Parties {
    private Parties() {}

    /**
     * One party.
     *
     * @param wireName the name in its wire address
     * @param identity with its key, as in the transcripts
     */
    public record Party(String wireName, WireIdentity identity, WireKey wireKey, EthereumKey key) {}

    /** The party called {@code alice}, {@code bob}, {@code carol} or {@code hub}. */
    public static Party party(String name) {
        for (JsonNode row : Vectors.load("identities").required("parties")) {
            if (Vectors.text(row, "name").equals(name)) {
                return new Party(
                        Vectors.text(row, "wireName"),
                        WireIdentity.single(Vectors.bytes(row, "wireAddress")),
                        wireKey(row),
                        EthereumKey.of(Vectors.bytes(row, "ethPrivateKey").toArray()));
            }
        }
        throw new IllegalArgumentException("no party " + name);
    }

    /** The RSA key of a row of {@code parties}. */
    public static WireKey wireKey(JsonNode row) {
        BigInteger d = hex(row, "rsaD");
        BigInteger p = hex(row, "rsaP");
        BigInteger q = hex(row, "rsaQ");
        RSAPrivateCrtKeySpec spec = new RSAPrivateCrtKeySpec(
                hex(row, "rsaN"),
                row.required("rsaE").bigIntegerValue(),
                d,
                p,
                q,
                d.mod(p.subtract(BigInteger.ONE)),
                d.mod(q.subtract(BigInteger.ONE)),
                q.modInverse(p));
        try {
            return WireKey.fromPkcs8(
                    KeyFactory.getInstance("RSA").generatePrivate(spec).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BigInteger hex(JsonNode row, String field) {
        return new BigInteger(Vectors.text(row, field), 16);
    }
}
