package dev.zorya.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * The same time on every file. For reproducible packages, and because a cache of a training run is taken only for jars of the same
 * size and time: they must have it before the training, and keep it when they are packed and installed.
 */
final class Times {
    private Times() {}

    static void set(Path folder, Instant epoch) throws IOException {
        FileTime time = FileTime.from(epoch);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.getFileAttributeView(file, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .setTimes(time, null, null);
            }
        }
    }
}
