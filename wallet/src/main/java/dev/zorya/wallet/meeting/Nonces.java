package dev.zorya.wallet.meeting;

import dev.zorya.channel.value.Bytes;
import dev.zorya.identity.InvitationLink;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Random values of meetings. */
final class Nonces {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Nonces() {}

    static Bytes token() {
        byte[] token = new byte[InvitationLink.TOKEN_SIZE];
        RANDOM.nextBytes(token);
        return Bytes.wrap(token);
    }

    static String nonce() {
        return text(token());
    }

    static String text(Bytes bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toArray());
    }

    /** What is kept of a token: whoever reads the store cannot use it. */
    static Bytes hash(Bytes token) {
        return hash(text(token));
    }

    /** @param token as it stands in a letter */
    static Bytes hash(String token) {
        try {
            return Bytes.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
