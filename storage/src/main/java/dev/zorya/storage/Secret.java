package dev.zorya.storage;

import java.util.Arrays;

/** Secret bytes for a while. Closing overwrites them. */
public final class Secret implements AutoCloseable {
    private final byte[] content;

    Secret(byte[] content) {
        this.content = content;
    }

    /** The bytes themselves, all zero after closing. Who copies them must overwrite the copy. */
    public byte[] bytes() {
        return content;
    }

    @Override
    public void close() {
        Arrays.fill(content, (byte) 0);
    }

    @Override
    public String toString() {
        return "secret";
    }
}
