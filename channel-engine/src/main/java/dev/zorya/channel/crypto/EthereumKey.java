package dev.zorya.channel.crypto;

import dev.zorya.channel.port.Signer;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.Signature;
import java.util.Arrays;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A secp256k1 key in memory. Close it to wipe it (safety rule 11); its address remains. */
public final class EthereumKey implements Signer, AutoCloseable {
    private final Secp256k1 curve;
    private final byte[] secret;
    private final Bytes publicKey;
    private final Bytes address;
    // a signature made with a half-wiped key would give the other half away
    private final ReadWriteLock wiping = new ReentrantReadWriteLock();
    private boolean wiped;

    /**
     * Copies the key; the caller wipes its own array.
     *
     * @param privateKey 32 bytes, big-endian
     * @throws MalformedException if it is zero or not below the order of the curve
     */
    public static EthereumKey of(byte[] privateKey) {
        return new EthereumKey(Secp256k1.get(), privateKey);
    }

    EthereumKey(Secp256k1 curve, byte[] privateKey) {
        this.curve = curve;
        this.publicKey = curve.publicKey(privateKey);
        this.address = Secp256k1.address(publicKey);
        this.secret = privateKey.clone();
    }

    @Override
    public Bytes address() {
        return address;
    }

    /** x and y: 64 bytes. */
    public Bytes publicKey() {
        return publicKey;
    }

    /** @throws IllegalStateException if the key is closed: whoever closes it has stopped all signing before */
    @Override
    public Signature sign(Bytes digest) {
        wiping.readLock().lock();
        try {
            if (wiped) {
                throw new IllegalStateException("key of " + this + " is closed");
            }
            return curve.sign(digest, secret);
        } finally {
            wiping.readLock().unlock();
        }
    }

    @Override
    public void close() {
        wiping.writeLock().lock();
        try {
            wiped = true;
            Arrays.fill(secret, (byte) 0);
        } finally {
            wiping.writeLock().unlock();
        }
    }

    /** Only the address. */
    @Override
    public String toString() {
        return AddressText.of(address);
    }
}
