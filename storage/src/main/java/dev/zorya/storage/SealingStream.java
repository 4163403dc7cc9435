package dev.zorya.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * Seals a long content in pieces, each under its number and whether it is the last: pieces that are missing, doubled, moved or cut off
 * do not open. A key seals one stream only, so the number is the nonce.
 */
final class SealingStream extends OutputStream {
    static final int PIECE = 1 << 16;

    private final OutputStream out;
    private final byte[] key;
    private final byte[] context;
    private final ByteBuffer piece = ByteBuffer.allocate(PIECE);
    private int number;

    /** @param context is not hidden, but sealed with each piece */
    SealingStream(OutputStream out, byte[] key, byte[] context) {
        this.out = out;
        this.key = key;
        this.context = context;
    }

    static byte[] nonce(int number, boolean last) {
        return ByteBuffer.allocate(Aead.NONCE)
                .putInt(number)
                .put((byte) (last ? 1 : 0))
                .array();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (!piece.hasRemaining()) {
                seal(false);
            }
            int now = Math.min(piece.remaining(), length - done);
            piece.put(from, offset + done, now);
            done += now;
        }
    }

    /** Seals the last piece. Does not close what is below. */
    @Override
    public void close() throws IOException {
        seal(true);
        out.flush();
    }

    private void seal(boolean last) throws IOException {
        byte[] content = new byte[piece.flip().remaining()];
        piece.get(content).clear();
        byte[] sealed = Aead.seal(key, nonce(number++, last), context, content);
        out.write(ByteBuffer.allocate(Integer.BYTES).putInt(sealed.length).array());
        out.write(sealed);
    }
}
