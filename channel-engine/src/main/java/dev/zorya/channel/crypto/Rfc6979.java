package dev.zorya.channel.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The deterministic nonce of RFC 6979, section 3.2, with SHA-256: what makes signatures repeatable. */
final class Rfc6979 {
    private static final int SIZE = 32;

    private Rfc6979() {}

    /** The nonce as 32 bytes, within the order of the curve. As secret as the key: the caller wipes it. */
    static byte[] nonce(byte[] digest, byte[] privateKey) {
        byte[] message = CurveOrder.reduced(digest);
        byte[] v = new byte[SIZE];
        byte[] k = new byte[SIZE];
        Arrays.fill(v, (byte) 1);
        try {
            Mac hmac = Mac.getInstance("HmacSHA256");
            k = hmac(hmac, k, v, new byte[] {0}, privateKey, message);
            v = hmac(hmac, k, v);
            k = hmac(hmac, k, v, new byte[] {1}, privateKey, message);
            v = hmac(hmac, k, v);
            v = hmac(hmac, k, v);
            while (!CurveOrder.contains(v)) {
                k = hmac(hmac, k, v, new byte[] {0});
                v = hmac(hmac, k, v);
                v = hmac(hmac, k, v);
            }
            return v;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        } finally {
            Arrays.fill(k, (byte) 0);
        }
    }

    private static byte[] hmac(Mac hmac, byte[] key, byte[]... parts) throws GeneralSecurityException {
        hmac.init(new SecretKeySpec(key, "HmacSHA256"));
        for (byte[] part : parts) {
            hmac.update(part);
        }
        return hmac.doFinal();
    }
}
