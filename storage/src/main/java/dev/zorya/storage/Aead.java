package dev.zorya.storage;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM. A key is used for few messages, each under a random nonce. */
final class Aead {
    static final int KEY = 32;
    static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private Aead() {}

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** @param context is not hidden, but sealed too: opening needs the same */
    static byte[] seal(byte[] key, byte[] nonce, byte[] context, byte[] content) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-256-GCM", e);
        }
    }

    /** The content, or nothing if key, nonce, context or sealed bytes are not those of the sealing. */
    static Optional<byte[]> open(byte[] key, byte[] nonce, byte[] context, byte[] sealed) {
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, nonce, context).doFinal(sealed));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-256-GCM", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context);
        return cipher;
    }
}
