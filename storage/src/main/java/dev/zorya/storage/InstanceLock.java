package dev.zorya.storage;

import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.port.StoreException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a second instance out of a wallet's folder: two at once could sign different balances. The operating system lets go
 * of the lock when the process ends, in whatever way; the text in the file only tells people who holds it.
 */
public final class InstanceLock implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(InstanceLock.class);
    private static final String NAME = "wallet.lock";

    /** Beyond the text: where locks are binding, others could not read it otherwise. */
    private static final long LOCKED_BYTE = 1L << 30;

    private static final int LONGEST_TEXT = 256;

    private final Path folder;
    private final FileChannel channel;

    private InstanceLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Makes the folder if there is none, for this user only, and takes its lock.
     *
     * @throws StoreException IN_USE with a sentence that says who holds it; READ_ONLY, DISK_FULL or IO
     */
    public static InstanceLock acquire(Path folder) throws StoreException {
        try {
            PrivateFiles.folder(folder);
            Path file = folder.resolve(NAME);
            PrivateFiles.file(file);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                if (lock(channel) == null) {
                    throw inUse(folder, channel);
                }
                tell(channel);
                return new InstanceLock(folder, channel);
            } catch (IOException | StoreException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw Failures.of(e);
        }
    }

    public Path folder() {
        return folder;
    }

    /** Lets the next instance in. */
    @Override
    public void close() {
        try (channel) {
            if (channel.isOpen()) {
                channel.truncate(0);
            }
        } catch (IOException e) {
            log.debug("The lock file keeps its text: {}", e.getMessage());
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static void tell(FileChannel channel) throws IOException {
        String text = "process " + ProcessHandle.current().pid() + " on \"" + Host.name() + "\" since "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static StoreException inUse(Path folder, FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(LONGEST_TEXT);
        int length = Math.max(0, channel.read(text, 0));
        String holder = new String(text.array(), 0, length, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " ");
        return new StoreException(
                Reason.IN_USE,
                "This wallet is open already" + (holder.isBlank() ? "" : ": " + holder) + ". Two at once could sign"
                        + " different balances, so this one stays closed and nothing was changed. Use the open one, or"
                        + " close it first. (Folder " + folder + ")");
    }
}
