package dev.zorya.installers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductTest {
    private static final Path MODULE = Path.of("").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void theRootPomSaysTheVersion() throws Exception {
        Product product = Product.read(MODULE.resolve("../pom.xml"));
        assertTrue(product.version().matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?"), product.version());
        assertEquals(0, product.epoch().getEpochSecond() % 2, "archives of Windows count in steps of two seconds");
    }

    @Test
    void aPomWithoutItIsNamed() throws IOException {
        Path pom = Files.writeString(folder.resolve("pom.xml"), "<project/>");
        BuildException said = assertThrows(BuildException.class, () -> Product.read(pom));
        assertTrue(String.valueOf(said.getMessage()).startsWith(pom.toString()));
    }

    @Test
    void aSnapshotComesBeforeItsRelease() {
        Product snapshot = new Product("0.2.0-SNAPSHOT", Instant.EPOCH);
        assertEquals("0.2.0~snapshot", snapshot.linux());
        assertEquals("0.2.0", snapshot.numbers());
        assertEquals("1.0.0", Mac.bundleVersion(snapshot));
        assertEquals("2.1.0", Mac.bundleVersion(new Product("2.1.0", Instant.EPOCH)));
    }

    @Test
    void everyTemplateIsFilledCompletely() throws IOException {
        Product product = new Product("0.2.0", Instant.EPOCH);
        Path main = MODULE.resolve("src/main");
        for (String file : List.of("linux/control", "linux/metainfo.xml", "linux/zorya.spec", "macos/Info.plist")) {
            String filled = Template.fill(main.resolve(file), product)
                    // what the maker of this package knows
                    .replaceAll("@(ARCHITECTURE|KILOBYTES|DATE|ROOT)@", "x");
            assertFalse(filled.matches("(?s).*@[A-Z_]+@.*"), file);
        }
    }

    @Test
    void allThreeSystemsRegisterTheLinks() throws IOException {
        Path main = MODULE.resolve("src/main");
        String desktop = Files.readString(main.resolve("linux/zorya.desktop"));
        assertTrue(desktop.contains("\nMimeType=x-scheme-handler/zorya;\n"));
        assertTrue(desktop.contains("\nExec=/opt/zorya/bin/zorya %u\n"));
        assertTrue(Files.readString(main.resolve("macos/Info.plist"))
                .contains("<key>CFBundleURLSchemes</key><array><string>zorya</string></array>"));
        String windows = Files.readString(main.resolve("windows/main.wxs"));
        assertTrue(windows.contains("Key=\"Software\\Classes\\zorya\""));
        assertTrue(windows.contains("&quot;%1&quot;"), "a link is one argument, whatever is in it");
    }
}
