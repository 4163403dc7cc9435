package dev.zorya.node.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where the store is.
 *
 * @param kept whether it outlives the process
 */
record StoreFolder(Path path, boolean kept) implements AutoCloseable {
    /** @param persist a folder; {@code mem} or empty for one that is deleted at the end, unless the process is killed */
    static StoreFolder of(String persist) throws IOException {
        if (!persist.isEmpty() && !persist.equals("mem")) {
            return new StoreFolder(Files.createDirectories(Path.of(persist)), true);
        }
        StoreFolder folder = new StoreFolder(Files.createTempDirectory("zorya-peer"), false);
        Runtime.getRuntime().addShutdownHook(new Thread(folder::close));
        return folder;
    }

    @Override
    public void close() {
        if (kept || !Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println("The folder " + path + " could not be deleted: " + e.getMessage());
        }
    }
}
