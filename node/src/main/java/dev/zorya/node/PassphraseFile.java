package dev.zorya.node;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A passphrase for programs that nobody sits at. Never from the command line, where others could read it (safety rule 11). */
final class PassphraseFile {
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private PassphraseFile() {}

    /**
     * The first line.
     *
     * @param words where it is said why not
     */
    static Optional<char[]> read(Path file, PrintStream words) throws IOException {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            words.println("There is no file " + file + ". Nothing was started.");
            return Optional.empty();
        }
        try {
            if (isOpenToOthers(file)) {
                words.println("Others can read or change " + file
                        + ", so the passphrase in it is not safe. Nothing was started. Take their rights away: chmod"
                        + " 600 "
                        + file);
                return Optional.empty();
            }
            CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(content));
            int length = 0;
            while (length < text.length() && text.charAt(length) != '\n' && text.charAt(length) != '\r') {
                length++;
            }
            char[] passphrase = Arrays.copyOf(text.array(), length);
            Arrays.fill(text.array(), '\0');
            return Optional.of(passphrase);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    private static boolean isOpenToOthers(Path file) throws IOException {
        PosixFileAttributeView rights = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return rights != null && rights.readAttributes().permissions().stream().anyMatch(OTHERS::contains);
    }
}
