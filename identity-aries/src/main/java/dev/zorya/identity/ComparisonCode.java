package dev.zorya.identity;

import dev.zorya.channel.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What two people read to each other to know that nobody swapped a link on its way: the first 40 bits of SHA-256 over both
 * wallet DIDs, the smaller first, as 4 + 4 digits of Crockford's base 32 (UI.md 6, ARIES.md 5).
 */
public final class ComparisonCode {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 40;
    private static final int BITS_PER_DIGIT = 5;

    private ComparisonCode() {}

    /** The same for both orders of its arguments; for example {@code 7KQ2 M0XD}. */
    public static String of(String did, String otherDid) {
        boolean inOrder = did.compareTo(otherDid) <= 0;
        Bytes hash = sha256((inOrder ? did : otherDid) + (inOrder ? otherDid : did));
        long bits = 0;
        for (int i = 0; i < BITS / Byte.SIZE; i++) {
            bits = bits << Byte.SIZE | (hash.at(i) & 0xff);
        }
        StringBuilder code = new StringBuilder();
        for (int shift = BITS - BITS_PER_DIGIT; shift >= 0; shift -= BITS_PER_DIGIT) {
            code.append(DIGITS.charAt((int) (bits >>> shift) & 31));
        }
        return code.insert(4, ' ').toString();
    }

    private static Bytes sha256(String text) {
        try {
            return Bytes.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
