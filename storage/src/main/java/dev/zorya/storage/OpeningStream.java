package dev.zorya.storage;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads what a {@link SealingStream} wrote. Ends only behind the last piece; hands out nothing of a piece that does not open. */
final class OpeningStream extends InputStream {
    private static final int TAG = 16;

    private final DataInputStream in;
    private final byte[] key;
    private final byte[] context;
    private byte[] piece = new byte[0];
    private int position;
    private int number;
    private boolean last;

    OpeningStream(InputStream in, byte[] key, byte[] context) {
        this.in = new DataInputStream(in);
        this.key = key;
        this.context = context;
    }

    @Override
    public int read() throws IOException {
        return fill() ? Byte.toUnsignedInt(piece[position++]) : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int now = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, to, offset, now);
        position += now;
        return now;
    }

    /** False behind the end. */
    private boolean fill() throws IOException {
        while (position == piece.length && !last) {
            next();
        }
        return position < piece.length;
    }

    private void next() throws IOException {
        byte[] sealed;
        try {
            int length = in.readInt();
            if (length < TAG || length > SealingStream.PIECE + TAG) {
                throw new Broken("piece " + number + " has an impossible length");
            }
            sealed = new byte[length];
            in.readFully(sealed);
        } catch (EOFException e) {
            throw new Broken("it is cut off after piece " + number);
        }
        Optional<byte[]> more = Aead.open(key, SealingStream.nonce(number, false), context, sealed);
        if (more.isEmpty()) {
            more = Aead.open(key, SealingStream.nonce(number, true), context, sealed);
            last = true;
        }
        piece = more.orElseThrow(
                () -> new Broken("piece " + number + " was changed, or the words are another wallet's"));
        position = 0;
        number++;
    }

    /** The pieces are not those that were sealed, or the key is another one. */
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;

        Broken(String what) {
            super(what);
        }
    }
}
