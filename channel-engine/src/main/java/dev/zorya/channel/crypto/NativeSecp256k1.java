package dev.zorya.channel.crypto;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Signature;
import fr.acinq.secp256k1.Secp256k1Exception;
import java.util.Arrays;
import java.util.Optional;

/**
 * libsecp256k1 through JNI. It signs without a recovery id; finding that by trial costs one or two recoveries. Here it comes
 * from R, made once more from the nonce, which is three times as fast. Every operation on secrets is the library's.
 */
final class NativeSecp256k1 implements Secp256k1 {
    private final fr.acinq.secp256k1.Secp256k1 library = fr.acinq.secp256k1.Secp256k1.get();

    @Override
    public String name() {
        return "libsecp256k1";
    }

    @Override
    public Signature sign(Bytes digest, byte[] privateKey) {
        CurveOrder.requireKey(privateKey);
        byte[] message = digest.requireSize(32, "digest").toArray();
        byte[] nonce = Rfc6979.nonce(message, privateKey);
        try {
            byte[] rs = library.sign(message, privateKey);
            byte[] point = library.pubkeyCreate(nonce);
            byte[] r = Arrays.copyOf(rs, 32);
            if (!Arrays.equals(r, 0, 32, point, 1, 33)) {
                throw new IllegalStateException("the nonce is not the one the library signed with");
            }
            boolean oddY = (point[64] & 1) == 1;
            return CurveOrder.signature(rs, oddY ^ isNegated(rs, r, message, privateKey, nonce));
        } finally {
            Arrays.fill(nonce, (byte) 0);
        }
    }

    /** The library turns a high s into n - s, which mirrors R: so it is unless s * nonce = digest + r * key. */
    private boolean isNegated(byte[] rs, byte[] r, byte[] message, byte[] privateKey, byte[] nonce) {
        byte[] left = library.privKeyTweakMul(nonce.clone(), Arrays.copyOfRange(rs, 32, 64));
        byte[] right =
                library.privKeyTweakAdd(library.privKeyTweakMul(privateKey.clone(), r), CurveOrder.reduced(message));
        try {
            return !Arrays.equals(left, right);
        } finally {
            Arrays.fill(left, (byte) 0);
            Arrays.fill(right, (byte) 0);
        }
    }

    @Override
    public Bytes publicKey(byte[] privateKey) {
        CurveOrder.requireKey(privateKey);
        return withoutPrefix(library.pubkeyCreate(privateKey));
    }

    @Override
    public Optional<Bytes> recover(Bytes digest, Signature signature) {
        byte[] message = digest.requireSize(32, "digest").toArray();
        if (!CurveOrder.isCanonical(signature)) {
            return Optional.empty();
        }
        try {
            byte[] rs = signature.bytes().slice(0, 64).toArray();
            return Optional.of(withoutPrefix(library.ecdsaRecover(rs, message, CurveOrder.v(signature) - 27)));
        } catch (Secp256k1Exception noSuchPoint) {
            return Optional.empty();
        }
    }

    private static Bytes withoutPrefix(byte[] uncompressed) {
        return Bytes.wrap(Arrays.copyOfRange(uncompressed, 1, 65));
    }
}
