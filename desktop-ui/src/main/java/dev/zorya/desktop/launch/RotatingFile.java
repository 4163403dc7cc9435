package dev.zorya.desktop.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * A log of bounded size in a folder that only this user can enter: when a file is full it becomes {@code .1}, that one {@code .2}, and
 * the oldest goes. Made when the first line comes. A disk that refuses ends the log and nothing else.
 */
public final class RotatingFile extends OutputStream {
    private static final String NAME = "zorya.log";

    private final Path folder;
    private final long most;
    private final int kept;
    private @Nullable OutputStream file;
    private long length;
    private boolean refused;

    /**
     * The log of a folder; nothing is made yet.
     *
     * @param most bytes of one file
     * @param kept older files beside it
     */
    public RotatingFile(Path folder, long most, int kept) {
        this.folder = folder;
        this.most = most;
        this.kept = kept;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int count) {
        if (refused) {
            return;
        }
        try {
            OutputStream now = file == null ? open() : file;
            file = now;
            if (length > 0 && length + count > most) {
                now.close();
                rotate();
                now = open();
                file = now;
            }
            now.write(bytes, from, count);
            length += count;
        } catch (IOException e) {
            refused = true;
        }
    }

    private OutputStream open() throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        Path log = folder.resolve(NAME);
        length = Files.exists(log) ? Files.size(log) : 0;
        return Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void rotate() throws IOException {
        for (int number = kept - 1; number >= 1; number--) {
            Path older = numbered(number);
            if (Files.exists(older)) {
                Files.move(older, numbered(number + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(folder.resolve(NAME), numbered(1), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path numbered(int number) {
        return folder.resolve(NAME + "." + number);
    }

    @Override
    public synchronized void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
