package dev.zorya.channel.crypto;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.Signature;
import java.util.Optional;

/** ECDSA on secp256k1 as Ethereum uses it. Deterministic and safe for use by many threads. */
public sealed interface Secp256k1 permits NativeSecp256k1, BouncySecp256k1 {
    /** The native implementation where it loads, else the one in Java. */
    static Secp256k1 get() {
        return Secp256k1Choice.BEST;
    }

    /** What does the work, for logs. */
    String name();

    /**
     * Signs with the nonce of RFC 6979 (SHA-256), low s, v = 27 or 28.
     *
     * @param digest 32 bytes
     * @param privateKey 32 bytes; neither kept nor changed
     * @throws MalformedException if the key is not within the order of the curve
     */
    Signature sign(Bytes digest, byte[] privateKey);

    /**
     * The public key, x and y: 64 bytes.
     *
     * @throws MalformedException if the key is not within the order of the curve
     */
    Bytes publicKey(byte[] privateKey);

    /**
     * The public key (64 bytes) that signed, or nothing if no contract would count the signature: v other than 27 or 28, high
     * s, numbers out of range, or a point that does not exist (ONCHAIN.md 3).
     */
    Optional<Bytes> recover(Bytes digest, Signature signature);

    /** Whether the contract would count this signature for this address (safety rule 4). */
    default boolean verify(Bytes digest, Signature signature, Bytes address) {
        return recover(digest, signature)
                .map(Secp256k1::address)
                .filter(address::equals)
                .isPresent();
    }

    /** The Ethereum address of a public key: 20 bytes. */
    static Bytes address(Bytes publicKey) {
        return Hashes.keccak256(publicKey.requireSize(64, "public key").toArray())
                .slice(12, 32);
    }
}
