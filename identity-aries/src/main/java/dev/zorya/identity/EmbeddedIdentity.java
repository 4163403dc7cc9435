package dev.zorya.identity;

import dev.zorya.channel.value.Bytes;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** The default identity: an Ed25519 key in this program, no agent and no network (ARIES.md 7). */
public final class EmbeddedIdentity implements Identity {
    private final Ed25519PrivateKeyParameters key;
    private final DidKey did;

    private EmbeddedIdentity(Ed25519PrivateKeyParameters key) {
        this.key = key;
        this.did = new DidKey(Bytes.wrap(key.generatePublicKey().getEncoded()));
    }

    /** @param seed 32 secret bytes (RFC 8032); copied, the caller wipes its own */
    public static EmbeddedIdentity of(byte[] seed) {
        if (seed.length != Ed25519PrivateKeyParameters.KEY_SIZE) {
            throw new IllegalArgumentException("an Ed25519 seed has 32 bytes, not " + seed.length);
        }
        return new EmbeddedIdentity(new Ed25519PrivateKeyParameters(seed));
    }

    @Override
    public String did() {
        return did.did();
    }

    @Override
    public String sign(String type, String claims) {
        String input = CompactJws.signingInput(type, did.keyId(), claims);
        byte[] message = input.getBytes(StandardCharsets.US_ASCII);
        byte[] signature = new byte[CompactJws.SIGNATURE_SIZE];
        key.sign(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
        return CompactJws.attach(input, signature);
    }
}
