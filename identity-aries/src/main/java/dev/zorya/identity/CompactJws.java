package dev.zorya.identity;

import dev.zorya.channel.value.Bytes;
import dev.zorya.identity.ContactRefused.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * Signed claims in JWS compact form, one algorithm only (RFC 7515, RFC 8037). Only one text stands for one signature: padding,
 * loose last bits and further header fields are refused.
 *
 * @param signer the DID in {@code kid}, whose key made the signature
 */
public record CompactJws(String signer, Claims claims) {
    static final int SIGNATURE_SIZE = Ed25519.SIGNATURE_SIZE;

    /** Characters of the signature part. */
    static final int SIGNATURE_CHARS = 86;

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    static String signingInput(String type, String keyId, String claims) {
        String header = Claims.write(json -> {
            json.writeStringProperty("alg", "EdDSA");
            json.writeStringProperty("typ", type);
            json.writeStringProperty("kid", keyId);
        });
        return encode(header.getBytes(StandardCharsets.UTF_8)) + "." + encode(claims.getBytes(StandardCharsets.UTF_8));
    }

    static String attach(String signingInput, byte[] signature) {
        return signingInput + "." + encode(signature);
    }

    static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /**
     * Reads and verifies.
     *
     * @param type the only {@code typ} that is accepted
     * @throws ContactRefused DAMAGED
     */
    public static CompactJws verified(String text, String type) throws ContactRefused {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            throw damaged("three parts expected");
        }
        Claims header = Claims.read(decode(parts[0]));
        if (!header.text("alg").equals("EdDSA") || !header.text("typ").equals(type) || header.size() != 3) {
            throw damaged("header");
        }
        String keyId = header.text("kid");
        DidKey signer = DidKey.parse(keyId.substring(0, Math.max(keyId.indexOf('#'), 0)))
                .filter(did -> did.keyId().equals(keyId))
                .orElseThrow(() -> damaged("kid"));
        verify(signer, parts[0] + "." + parts[1], decode(parts[2]));
        return new CompactJws(signer.did(), Claims.read(decode(parts[1])));
    }

    private static void verify(DidKey signer, String signingInput, byte[] signature) throws ContactRefused {
        byte[] message = signingInput.getBytes(StandardCharsets.US_ASCII);
        boolean valid;
        try {
            valid = signature.length == SIGNATURE_SIZE
                    && new Ed25519PublicKeyParameters(signer.publicKey().toArray())
                            .verify(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
        } catch (IllegalArgumentException notAPoint) {
            valid = false;
        }
        if (!valid) {
            throw damaged("signature");
        }
    }

    private static byte[] decode(String part) throws ContactRefused {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException e) {
            throw damaged("base64url");
        }
        if (!encode(bytes).equals(part)) {
            throw damaged("base64url");
        }
        return bytes;
    }

    static ContactRefused damaged(String part) {
        return new ContactRefused(Reason.DAMAGED, part);
    }

    /** A claim that carries bytes. */
    static Bytes bytes(String part) throws ContactRefused {
        return Bytes.wrap(decode(part));
    }
}
