package dev.zorya.installers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The list that {@code sha256sum --check} reads. */
final class Sums {
    private static final String NAME = "SHA256SUMS";

    private Sums() {}

    static Path write(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(each -> !each.endsWith(NAME))
                    .sorted()
                    .toList()) {
                lines.add(of(file) + "  " + file.getFileName());
            }
        }
        return Files.write(folder.resolve(NAME), lines);
    }

    static String of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream counted = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            counted.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(counted.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
