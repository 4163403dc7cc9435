package dev.zorya.identity;

import dev.zorya.channel.value.Bytes;
import java.util.Optional;

/**
 * A wallet DID of the method {@code key} over Ed25519: the name is the key, nothing has to be looked up (ARIES.md 3).
 *
 * @param publicKey 32 bytes
 */
record DidKey(Bytes publicKey) {
    private static final String PREFIX = "did:key:";
    private static final int KEY_SIZE = 32;
    private static final byte[] ED25519 = {(byte) 0xed, 0x01};
    private static final int MAX_LENGTH = 64;

    /** Reads the one form that {@link #did()} writes; other key kinds and methods are nothing. */
    static Optional<DidKey> parse(String did) {
        if (!did.startsWith(PREFIX + "z") || did.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return Base58.decode(did.substring(PREFIX.length() + 1))
                .filter(raw -> raw.length == ED25519.length + KEY_SIZE && raw[0] == ED25519[0] && raw[1] == ED25519[1])
                .map(raw -> new DidKey(Bytes.of(raw).slice(ED25519.length, raw.length)));
    }

    String did() {
        return PREFIX + multibase();
    }

    /** The {@code kid} of a signature: the DID and, as its only verification method, the key itself. */
    String keyId() {
        return did() + "#" + multibase();
    }

    private String multibase() {
        byte[] raw = new byte[ED25519.length + KEY_SIZE];
        System.arraycopy(ED25519, 0, raw, 0, ED25519.length);
        publicKey.copyTo(raw, ED25519.length);
        return "z" + Base58.encode(raw);
    }
}
