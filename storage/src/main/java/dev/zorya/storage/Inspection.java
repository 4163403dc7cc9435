package dev.zorya.storage;

import dev.zorya.channel.port.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;

/** Looks at a file before anything is written to it or believed of it (threats 43, 47, 48). */
final class Inspection {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 100;

    /** Above this the whole check would hold up the start; SQLite still checks every page that it reads. */
    private static final long CHECKED_WHOLE = 64L << 20;

    private Inspection() {}

    /**
     * The format of the file.
     *
     * @throws StoreException CORRUPT, NEWER_VERSION or READ_ONLY; the file is unchanged
     */
    static int format(Path file) throws StoreException {
        try {
            header(file);
            boolean interrupted = LogFile.isLeft(file);
            try (Connection connection = Connections.inspector(file)) {
                return format(file, connection, interrupted);
            } finally {
                LogFile.tidy(file);
            }
        } catch (SQLException | IOException e) {
            throw Failures.of(e);
        }
    }

    private static void header(Path file) throws IOException, StoreException {
        if (!Files.isRegularFile(file)) {
            throw Failures.corrupt(file, "it is not a file");
        }
        if (!Files.isWritable(file) || !Files.isWritable(file.toAbsolutePath().getParent())) {
            throw Failures.readOnly(file);
        }
        ByteBuffer start = ByteBuffer.allocate(HEADER);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (start.hasRemaining() && channel.read(start) >= 0) {
                // until full or at the end
            }
        }
        if (start.hasRemaining()) {
            throw Failures.corrupt(file, "it is cut off after " + start.position() + " bytes");
        }
        if (!Arrays.equals(start.array(), 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw Failures.corrupt(file, "it does not begin like a database");
        }
    }

    private static int format(Path file, Connection connection, boolean interrupted)
            throws SQLException, IOException, StoreException {
        int format = number(connection, "user_version");
        if (number(connection, "application_id") != Migrations.APPLICATION_ID || format < 1) {
            throw Failures.corrupt(file, "it is not a Zorya wallet");
        }
        if (format > Migrations.NEWEST) {
            throw Failures.newer(file, format, Migrations.NEWEST);
        }
        Optional<String> foreign = Schema.of(connection).difference(Schema.expected(format));
        if (foreign.isPresent()) {
            throw Failures.corrupt(file, foreign.get());
        }
        if (interrupted && Files.size(file) <= CHECKED_WHOLE) {
            String verdict = text(connection, "quick_check(1)");
            if (!verdict.equals("ok")) {
                throw Failures.corrupt(file, verdict);
            }
        }
        return format;
    }

    private static int number(Connection connection, String pragma) throws SQLException {
        return Integer.parseInt(text(connection, pragma));
    }

    private static String text(Connection connection, String pragma) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + pragma)) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
