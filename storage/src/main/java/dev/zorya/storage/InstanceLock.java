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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a second instance out of a wallet's folder: two at once could sign different balances. The operating system lets go
 * of the lock when the process ends, in whatever way; the text in the file tells people who holds it, and others whether it is a
 * guard. A guard gives way: whoever wants the wallet says so ({@link Handover}) and waits for it.
 */
public final class InstanceLock implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(InstanceLock.class);
    private static final String NAME = "wallet.lock";

    /** Beyond the text: where locks are binding, others could not read it otherwise. */
    private static final long LOCKED_BYTE = 1L << 30;

    private static final int LONGEST_TEXT = 256;

    private static final String GUARD = "guard, ";

    private final Path folder;
    private final FileChannel channel;

    private InstanceLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Makes the folder if there is none, for this user only, and takes its lock; from a guard within some seconds.
     *
     * @throws StoreException IN_USE with a sentence that says who holds it; READ_ONLY, DISK_FULL or IO
     */
    public static InstanceLock acquire(Path folder) throws StoreException {
        try (Handover handover = new Handover(folder)) {
            Optional<InstanceLock> lock = tryAcquire(folder, "");
            while (lock.isEmpty()) {
                String holder = holder(folder);
                if (!holder.startsWith(GUARD) || !handover.awaitTurn()) {
                    throw inUse(folder, holder);
                }
                lock = tryAcquire(folder, "");
            }
            return lock.get();
        }
    }

    /**
     * Takes the lock for a guard. See {@link #isWanted}.
     *
     * @throws StoreException IN_USE also while somebody else waits for it
     */
    public static InstanceLock guard(Path folder) throws StoreException {
        Optional<InstanceLock> lock = Handover.isWanted(folder) ? Optional.empty() : tryAcquire(folder, GUARD);
        if (lock.isEmpty()) {
            throw inUse(folder, holder(folder));
        }
        return lock.get();
    }

    /** Another program waits for the wallet: a guard closes it now. */
    public boolean isWanted() {
        return Handover.isWanted(folder);
    }

    /** @param role what the text begins with */
    private static Optional<InstanceLock> tryAcquire(Path folder, String role) throws StoreException {
        try {
            PrivateFiles.folder(folder);
            Path file = folder.resolve(NAME);
            PrivateFiles.file(file);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                if (lock(channel) == null) {
                    channel.close();
                    return Optional.empty();
                }
                tell(channel, role);
                return Optional.of(new InstanceLock(folder, channel));
            } catch (IOException e) {
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

    private static void tell(FileChannel channel, String role) throws IOException {
        String text = role + "process " + ProcessHandle.current().pid() + " on \"" + Host.name() + "\" since "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }

    /** Text of whoever writes the file, made harmless. */
    private static String holder(Path folder) throws StoreException {
        try (FileChannel channel = FileChannel.open(folder.resolve(NAME), StandardOpenOption.READ)) {
            ByteBuffer text = ByteBuffer.allocate(LONGEST_TEXT);
            int length = Math.max(0, channel.read(text, 0));
            return new String(text.array(), 0, length, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " ");
        } catch (IOException e) {
            throw Failures.of(e);
        }
    }

    private static StoreException inUse(Path folder, String holder) {
        return new StoreException(
                Reason.IN_USE,
                "This wallet is open already" + (holder.isBlank() ? "" : ": " + holder) + ". Two at once could sign"
                        + " different balances, so this one stays closed and nothing was changed. Use the open one, or"
                        + " close it first. (Folder " + folder + ")");
    }
}
