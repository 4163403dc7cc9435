package dev.zorya.installers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarsTest {
    private static final Instant EPOCH = Instant.parse("2026-11-23T00:00:00Z");
    private static final Platform LINUX = Platform.of("Linux", "amd64");
    private static final Platform MAC = Platform.of("Mac OS X", "aarch64");
    private static final Platform WINDOWS = Platform.of("Windows 11", "amd64");

    @TempDir
    Path folder;

    @Test
    void eachSystemGetsItsOwnNativeJars() {
        for (Platform platform : List.of(LINUX, MAC, WINDOWS)) {
            Jars jars = new Jars(platform, EPOCH);
            assertTrue(jars.isWanted("bcprov-jdk18on-1.87.jar"));
            assertTrue(jars.isWanted("secp256k1-kmp-jni-jvm-extract-0.22.0.jar"), "holds classes");
            assertFalse(jars.isWanted("javafx-base-26.0.2.jar"), "empty beside the one with the classes");
            assertFalse(jars.isWanted("notes.txt"));
            assertEquals(
                    1,
                    Stream.of("linux", "darwin", "mingw")
                            .filter(name -> jars.isWanted("secp256k1-kmp-jni-jvm-" + name + "-0.22.0.jar"))
                            .count());
        }
        assertTrue(new Jars(LINUX, EPOCH).isWanted("javafx-base-26.0.2-linux.jar"));
        assertTrue(new Jars(MAC, EPOCH).isWanted("javafx-base-26.0.2-mac-aarch64.jar"));
    }

    @Test
    void librariesOfOtherSystemsAreLeftOut() {
        Jars linux = new Jars(LINUX, EPOCH);
        assertTrue(linux.isOurs("org/sqlite/native/Linux/x86_64/libsqlitejdbc.so"));
        assertFalse(linux.isOurs("org/sqlite/native/Linux-Musl/x86_64/libsqlitejdbc.so"));
        assertFalse(linux.isOurs("org/sqlite/native/Linux/x86/libsqlitejdbc.so"));
        assertTrue(linux.isOurs("org/sqlite/JDBC.class"));
        assertTrue(linux.isOurs("fr/acinq/secp256k1/jni/native/linux-x86_64/libsecp256k1-jni.so"));
        assertFalse(linux.isOurs("fr/acinq/secp256k1/jni/native/linux-aarch64/libsecp256k1-jni.so"));
        assertTrue(new Jars(MAC, EPOCH).isOurs("org/sqlite/native/Mac/aarch64/libsqlitejdbc.dylib"));
        assertTrue(new Jars(WINDOWS, EPOCH).isOurs("fr/acinq/secp256k1/jni/native/mingw-x86_64/secp256k1-jni.dll"));
    }

    @Test
    void aSlimJarIsTheSameEachTime() throws IOException {
        Path from = Files.createDirectory(folder.resolve("from"));
        jar(
                from.resolve("sqlite-jdbc-3.jar"),
                "org/sqlite/JDBC.class",
                "org/sqlite/native/Linux/x86_64/a.so",
                "org/sqlite/native/Mac/aarch64/a.dylib");
        jar(from.resolve("other-1.jar"), "a/B.class");
        for (String copy : List.of("one", "two")) {
            new Jars(LINUX, EPOCH).copy(from, folder.resolve(copy));
        }
        Path slim = folder.resolve("one/sqlite-jdbc-3.jar");
        assertEquals(List.of("org/sqlite/JDBC.class", "org/sqlite/native/Linux/x86_64/a.so"), names(slim));
        assertEquals(-1, Files.mismatch(slim, folder.resolve("two/sqlite-jdbc-3.jar")));
        assertEquals(-1, Files.mismatch(from.resolve("other-1.jar"), folder.resolve("one/other-1.jar")), "not touched");
    }

    private static List<String> names(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }

    private static void jar(Path file, String... entries) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String entry : entries) {
                out.putNextEntry(new ZipEntry(entry));
                out.write(entry.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
    }
}
