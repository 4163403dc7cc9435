package dev.zorya.storage;

import dev.zorya.channel.value.Bytes;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * The beginning of a copy. It can be read without the words, so that copies can be compared and listed; it is sealed together with the
 * content, so a changed one does not open.
 *
 * @param walletId 16 bytes, see {@link WalletStore#walletId}
 * @param progress grows with everything that happens in a wallet; of two copies the one with more is newer
 * @param channels how many channels the copy holds, those of the past included
 * @param created to the second
 * @param salt 16 random bytes that make the key of this one file
 */
record CopyHeader(Bytes walletId, long progress, int channels, Instant created, Bytes salt) {
    static final int ID = 16;
    private static final byte[] MAGIC = "ZRYACOPY".getBytes(StandardCharsets.US_ASCII);
    static final byte FORMAT = 1;
    private static final int SIZE = MAGIC.length + 1 + ID + Long.BYTES + Integer.BYTES + Long.BYTES + ID;

    /** As it stands at the beginning of the file. */
    byte[] bytes() {
        return ByteBuffer.allocate(SIZE)
                .put(MAGIC)
                .put(FORMAT)
                .put(walletId.toArray())
                .putLong(progress)
                .putInt(channels)
                .putLong(created.getEpochSecond())
                .put(salt.toArray())
                .array();
    }

    /**
     * Reads it and leaves the stream behind it.
     *
     * @return nothing if this is no copy of a wallet or is cut off within the header
     * @throws NewerFormat if it was written by a newer program
     */
    static Optional<CopyHeader> read(InputStream in) throws IOException {
        byte[] all = new byte[SIZE];
        try {
            new DataInputStream(in).readFully(all);
        } catch (EOFException e) {
            return Optional.empty();
        }
        ByteBuffer rest = ByteBuffer.wrap(all);
        if (!Bytes.wrap(take(rest, MAGIC.length)).equals(Bytes.wrap(MAGIC))) {
            return Optional.empty();
        }
        byte format = rest.get();
        if (format != FORMAT) {
            throw new NewerFormat(format);
        }
        Bytes wallet = Bytes.wrap(take(rest, ID));
        long progress = rest.getLong();
        int channels = rest.getInt();
        long created = Math.clamp(rest.getLong(), 0, Integer.MAX_VALUE);
        return Optional.of(
                new CopyHeader(wallet, progress, channels, Instant.ofEpochSecond(created), Bytes.wrap(take(rest, ID))));
    }

    private static byte[] take(ByteBuffer from, int size) {
        byte[] part = new byte[size];
        from.get(part);
        return part;
    }

    /** The first byte after the magic is not one that this program knows. */
    static final class NewerFormat extends IOException {
        private static final long serialVersionUID = 1L;
        private final int format;

        NewerFormat(int format) {
            super("format " + format);
            this.format = format;
        }

        int format() {
            return format;
        }
    }
}
