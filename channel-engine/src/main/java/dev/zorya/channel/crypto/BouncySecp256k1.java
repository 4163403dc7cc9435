package dev.zorya.channel.crypto;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Signature;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/** ECDSA on BouncyCastle's curve arithmetic, for machines without the native library. A third of its speed. */
final class BouncySecp256k1 implements Secp256k1 {
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
    private static final BigInteger N = CurveOrder.N;
    private static final BigInteger HALF = N.shiftRight(1);

    @Override
    public String name() {
        return "BouncyCastle";
    }

    @Override
    public Signature sign(Bytes digest, byte[] privateKey) {
        CurveOrder.requireKey(privateKey);
        byte[] message = digest.requireSize(32, "digest").toArray();
        byte[] nonce = Rfc6979.nonce(message, privateKey);
        try {
            BigInteger k = new BigInteger(1, nonce);
            ECPoint point = times(k);
            BigInteger r = point.getAffineXCoord().toBigInteger().mod(N);
            BigInteger z = new BigInteger(1, message);
            BigInteger s = BigIntegers.modOddInverse(N, k)
                    .multiply(z.add(r.multiply(new BigInteger(1, privateKey))))
                    .mod(N);
            boolean high = s.compareTo(HALF) > 0;
            byte[] rs = Arrays.copyOf(CurveOrder.scalar(r), 64);
            System.arraycopy(CurveOrder.scalar(high ? N.subtract(s) : s), 0, rs, 32, 32);
            return CurveOrder.signature(rs, point.getAffineYCoord().testBitZero() ^ high);
        } finally {
            Arrays.fill(nonce, (byte) 0);
        }
    }

    @Override
    public Bytes publicKey(byte[] privateKey) {
        CurveOrder.requireKey(privateKey);
        return encoded(times(new BigInteger(1, privateKey)));
    }

    @Override
    public Optional<Bytes> recover(Bytes digest, Signature signature) {
        byte[] message = digest.requireSize(32, "digest").toArray();
        if (!CurveOrder.isCanonical(signature)) {
            return Optional.empty();
        }
        byte[] compressed = new byte[33];
        compressed[0] = (byte) (CurveOrder.v(signature) - 27 + 2);
        System.arraycopy(CurveOrder.r(signature), 0, compressed, 1, 32);
        ECPoint point;
        try {
            point = CURVE.getCurve().decodePoint(compressed);
        } catch (IllegalArgumentException noSuchPoint) {
            return Optional.empty();
        }
        BigInteger inverse = BigIntegers.modOddInverseVar(N, new BigInteger(1, CurveOrder.r(signature)));
        BigInteger u1 = new BigInteger(1, message).negate().multiply(inverse).mod(N);
        BigInteger u2 =
                new BigInteger(1, CurveOrder.s(signature)).multiply(inverse).mod(N);
        ECPoint key =
                ECAlgorithms.sumOfTwoMultiplies(CURVE.getG(), u1, point, u2).normalize();
        return key.isInfinity() ? Optional.empty() : Optional.of(encoded(key));
    }

    private static ECPoint times(BigInteger scalar) {
        return new FixedPointCombMultiplier().multiply(CURVE.getG(), scalar).normalize();
    }

    private static Bytes encoded(ECPoint point) {
        return Bytes.wrap(Arrays.copyOfRange(point.getEncoded(false), 1, 65));
    }
}
