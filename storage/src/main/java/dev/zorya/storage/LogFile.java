package dev.zorya.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The write-ahead log beside the database. It gets its full length before the first payment: a commit that lengthens a file
 * costs the file system a second turn of the disk (measured 350 us against 200 us).
 */
final class LogFile {
    private static final Logger log = LoggerFactory.getLogger(LogFile.class);

    /** In pages of 4 KiB with their frame headers; 8 MiB. The {@link Checkpointer} begins it anew before it is longer. */
    static final int PAGES = 2000;

    private static final int FRAME = 4096 + 24;
    private static final int CHUNK = 1 << 20;

    private LogFile() {}

    static Path of(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    /**
     * Appends zeros, which SQLite takes for what they are: a frame counts only with the salt and checksum of the log's
     * header. To be called after the first connection has read the log and before anything is written.
     */
    static void lengthen(Path file) {
        try (FileChannel channel = FileChannel.open(of(file), StandardOpenOption.WRITE)) {
            long length = channel.size();
            try {
                ByteBuffer zeros = ByteBuffer.allocateDirect(CHUNK);
                for (long end = length; end < (long) PAGES * FRAME; end += CHUNK) {
                    channel.write(zeros.clear(), end);
                }
                channel.force(true);
            } catch (IOException e) {
                channel.truncate(length);
                throw e;
            }
        } catch (IOException e) {
            log.debug("Payments are saved more slowly, the log could not be lengthened: {}", e.getMessage());
        }
    }

    /** Takes away what merely looking at the database has made. Nobody has it open. */
    static void tidy(Path file) throws IOException {
        if (!isLeft(file)) {
            Files.deleteIfExists(of(file));
        }
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
    }

    /** Whether a log was left behind, as it is when the last run did not end in the usual way. */
    static boolean isLeft(Path file) throws IOException {
        return Files.exists(of(file)) && Files.size(of(file)) > 0;
    }
}
