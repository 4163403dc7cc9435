package dev.zorya.storage;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * How a passphrase becomes a key: Argon2id (RFC 9106). The limits hold for files too: one that was made weak, or so costly
 * that it would take the memory, is refused (threat 47).
 *
 * @param memoryKib 19 MiB to 256 MiB
 * @param iterations 1 to 10
 * @param lanes 1 to 8
 */
record Stretching(int memoryKib, int iterations, int lanes) {
    /** 0.3 s on two cores. */
    static final Stretching STANDARD = new Stretching(64 << 10, 3, 4);

    private static final int LEAST_MEMORY = 19 << 10;
    private static final int MOST_MEMORY = 256 << 10;
    private static final int MOST_ITERATIONS = 10;
    private static final int MOST_LANES = 8;

    boolean isWithinLimits() {
        return memoryKib >= LEAST_MEMORY
                && memoryKib <= MOST_MEMORY
                && iterations >= 1
                && iterations <= MOST_ITERATIONS
                && lanes >= 1
                && lanes <= MOST_LANES;
    }

    /** The key. To be overwritten by the caller; the passphrase is not touched. */
    byte[] key(char[] passphrase, byte[] salt) {
        byte[] text = utf8(passphrase);
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memoryKib)
                    .withIterations(iterations)
                    .withParallelism(lanes)
                    .withSalt(salt)
                    .build());
            byte[] key = new byte[Aead.KEY];
            generator.generateBytes(text, key);
            return key;
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    /** Keyboards differ in how they compose an accented letter; NFKC makes them agree. Plain letters make no copy on the way. */
    private static byte[] utf8(char[] passphrase) {
        CharSequence typed = CharBuffer.wrap(passphrase);
        CharSequence same = Normalizer.isNormalized(typed, Normalizer.Form.NFKC)
                ? typed
                : Normalizer.normalize(typed, Normalizer.Form.NFKC);
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(same));
        byte[] text = new byte[encoded.remaining()];
        encoded.get(text);
        Arrays.fill(encoded.array(), (byte) 0);
        return text;
    }
}
