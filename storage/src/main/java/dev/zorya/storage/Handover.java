package dev.zorya.storage;

import dev.zorya.channel.port.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/** The wish of one program to have a wallet that a guard holds: a file beside the lock, for as long as it waits. */
final class Handover implements AutoCloseable {
    private static final String NAME = "wallet.wanted";

    /** A guard looks several times a second, and closes its wallet in less than one. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    /** A wish that is older was left behind by a program that ended. */
    private static final Duration FORGOTTEN = PATIENCE.multipliedBy(3);

    private final Path file;
    private final long begin = System.nanoTime();

    Handover(Path folder) {
        file = folder.resolve(NAME);
    }

    static boolean isWanted(Path folder) {
        try {
            FileTime since = Files.getLastModifiedTime(folder.resolve(NAME));
            return since.toInstant().isAfter(Instant.now().minus(FORGOTTEN));
        } catch (IOException nobody) {
            return false;
        }
    }

    /** Says the wish and waits a moment. @return false if it was in vain */
    boolean awaitTurn() throws StoreException {
        if (System.nanoTime() - begin > PATIENCE.toNanos()) {
            return false;
        }
        try {
            if (!Files.exists(file)) {
                PrivateFiles.file(file);
            }
            Thread.sleep(LOOK_AGAIN);
            return true;
        } catch (IOException e) {
            throw Failures.of(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() throws StoreException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw Failures.of(e);
        }
    }
}
