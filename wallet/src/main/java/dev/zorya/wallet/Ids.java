package dev.zorya.wallet;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import java.security.SecureRandom;
import java.util.Optional;

/** Names of payments and requests: 16 random bytes, unique in both books. */
final class Ids {
    static final int SIZE = 16;
    private static final int KEY_SIZE = 32;

    private final SecureRandom random = new SecureRandom();

    Bytes next() {
        byte[] id = new byte[SIZE];
        random.nextBytes(id);
        return Bytes.wrap(id);
    }

    /** A channel's key from its text. */
    static Optional<Bytes> parse(String hex) {
        return parse(hex, KEY_SIZE);
    }

    /** Bytes from a text that came from a view and went through a person's hands. */
    static Optional<Bytes> parse(String hex, int size) {
        try {
            return Optional.of(Bytes.fromHex(hex)).filter(bytes -> bytes.size() == size);
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }
}
