package dev.zorya.desktop.launch;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What the program says on standard error, and with it what SLF4J's simple backend logs, is also kept in the data folder: who starts
 * Zorya from a menu has no terminal. The chosen backend stays the person's matter; nothing secret is ever logged.
 */
public final class Logs {
    private static final long MOST = 1 << 20;
    private static final int KEPT = 3;

    private Logs() {}

    /** In the data folder. */
    public static Path folder(Path data) {
        return data.resolve("logs");
    }

    /** From now on. */
    public static void keep(Path data) {
        OutputStream both = new Both(System.err, new RotatingFile(folder(data), MOST, KEPT));
        System.setErr(new PrintStream(both, true, StandardCharsets.UTF_8));
    }

    /** Whole pieces to both, so that a line is not torn apart. */
    private static final class Both extends FilterOutputStream {
        private final OutputStream second;

        Both(OutputStream first, OutputStream second) {
            super(first);
            this.second = second;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            second.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
            second.write(bytes, from, count);
        }
    }
}
