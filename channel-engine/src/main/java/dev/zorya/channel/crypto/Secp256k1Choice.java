package dev.zorya.channel.crypto;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the native library once; where that fails, the wallet is slower and otherwise the same. */
final class Secp256k1Choice {
    private static final Logger LOG = LoggerFactory.getLogger(Secp256k1.class);

    static final Secp256k1 BEST = choose();

    private Secp256k1Choice() {}

    private static Secp256k1 choose() {
        try {
            return new NativeSecp256k1();
        } catch (LinkageError | RuntimeException e) {
            LOG.info("No native secp256k1 on this machine, signing with Java: {}", e.toString());
            return new BouncySecp256k1();
        }
    }
}
