package dev.zorya.installers;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The jars of the image: those of the build, without what only another system could load. */
final class Jars {
    private static final String SQLITE = "org/sqlite/native/";
    private static final String SECP256K1 = "fr/acinq/secp256k1/jni/native/";

    /** Named by Maven beside the ones with a classifier, and empty. */
    private static final Pattern EMPTY_JAVAFX = Pattern.compile("javafx-[a-z]+-[0-9.]+\\.jar");

    private static final Pattern NATIVE_SECP256K1 =
            Pattern.compile("secp256k1-kmp-jni-jvm-(linux|darwin|mingw)-[0-9.]+\\.jar");

    private final Platform platform;
    private final Instant epoch;

    /** @param epoch the time of every entry that is written anew */
    Jars(Platform platform, Instant epoch) {
        this.platform = platform;
        this.epoch = epoch;
    }

    void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> jars = Files.list(from)) {
            for (Path jar : jars.filter(file -> isWanted(file.getFileName().toString()))
                    .sorted()
                    .toList()) {
                Path copy = to.resolve(jar.getFileName());
                if (hasNatives(jar.getFileName().toString())) {
                    slim(jar, copy);
                } else {
                    Files.copy(jar, copy);
                }
            }
        }
    }

    boolean isWanted(String jar) {
        var secp256k1 = NATIVE_SECP256K1.matcher(jar);
        if (secp256k1.matches()) {
            return secp256k1.group(1).equals(platform.secp256k1Jar());
        }
        return jar.endsWith(".jar") && !EMPTY_JAVAFX.matcher(jar).matches();
    }

    boolean isOurs(String entry) {
        if (entry.startsWith(SQLITE)) {
            return entry.startsWith(SQLITE + platform.sqlite() + "/");
        }
        return !entry.startsWith(SECP256K1) || entry.startsWith(SECP256K1 + platform.secp256k1() + "/");
    }

    private static boolean hasNatives(String jar) {
        return jar.startsWith("sqlite-jdbc-") || NATIVE_SECP256K1.matcher(jar).matches();
    }

    private void slim(Path jar, Path copy) throws IOException {
        try (ZipFile in = new ZipFile(jar.toFile());
                OutputStream file = new BufferedOutputStream(Files.newOutputStream(copy));
                ZipOutputStream out = new ZipOutputStream(file)) {
            List<? extends ZipEntry> kept = in.stream()
                    .filter(entry -> !entry.isDirectory() && isOurs(entry.getName()))
                    .toList();
            for (ZipEntry entry : kept) {
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(java.time.LocalDateTime.ofInstant(epoch, java.time.ZoneOffset.UTC));
                out.putNextEntry(same);
                in.getInputStream(entry).transferTo(out);
                out.closeEntry();
            }
        }
    }
}
