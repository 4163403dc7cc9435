package dev.zorya.installers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PapersTest {
    private static final String NOTICE = """
        | library | version | licence |
        |---|---|---|
        | org.one:one | 1.0 | MIT |
        | org.two:two | 2.1 | Apache-2.0 or MIT |
        """;

    /** As CycloneDX writes it; {@code VGV4dCBvZiB0aGUgTUlU} is "Text of the MIT". */
    private static final String PARTS = """
        <?xml version="1.0" encoding="UTF-8"?>
        <bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1">
          <metadata><component type="application"><name>installers</name></component></metadata>
          <components>
            <component type="library"><group>dev.zorya</group><name>wallet</name><version>0.1.0</version></component>
            <component type="library"><group>org.one</group><name>one</name><version>1.0</version>
              <licenses><license><id>MIT</id><text content-type="plain/text" encoding="base64">VGV4dCBvZiB0aGUgTUlU</text></license></licenses>
            </component>
            <component type="library"><group>org.two</group><name>two</name><version>2.1</version>
              <licenses><license><id>Apache-2.0</id></license><license><name>MIT</name></license></licenses>
            </component>
          </components>
        </bom>
        """;

    @TempDir
    Path source;

    private Places places;
    private Path app;

    @BeforeEach
    void parts() throws IOException {
        places = Places.of(source);
        app = Files.createDirectories(source.resolve("app"));
        Files.createDirectories(places.classpath());
        Files.writeString(source.resolve("LICENSE"), "Ours");
        Files.writeString(source.resolve("NOTICE.md"), NOTICE);
        Files.writeString(places.sbom().resolveSibling("sbom.json"), "{}");
        Files.writeString(places.sbom().resolveSibling("sbom.xml"), PARTS);
        try (ZipOutputStream jar =
                new ZipOutputStream(Files.newOutputStream(places.classpath().resolve("two-2.1.jar")))) {
            jar.putNextEntry(new ZipEntry("META-INF/LICENSE.txt"));
            jar.write("Its own words".getBytes(StandardCharsets.UTF_8));
        }
    }

    private void make() throws IOException, BuildException {
        new Papers(places, new Product("0.1.0", Instant.EPOCH)).into(app);
    }

    private String text(String name) throws IOException {
        return Files.readString(app.resolve("licences").resolve(name));
    }

    private String stops() {
        return String.valueOf(assertThrows(BuildException.class, this::make).getMessage());
    }

    @Test
    void everyPartHasItsTextAndTheListNamesIt() throws IOException, BuildException {
        make();
        assertEquals("{}", Files.readString(app.resolve("sbom.json")));
        assertEquals("Ours", text("Zorya.txt"));
        assertEquals(NOTICE, text("NOTICE.md"));
        assertEquals("Text of the MIT", text("MIT.txt"));
        assertEquals("Its own words", text("two-2.1.txt"), "what lies in the jar comes first");
        assertTrue(text("anvil.txt").endsWith("Ours"), "the practice chain is under the same licence");
        assertTrue(text("README.txt").endsWith("\n\none 1.0: MIT.txt\ntwo 2.1: two-2.1.txt\n"), text("README.txt"));
    }

    @Test
    void aPartThatTheNoticeDoesNotNameStopsTheBuild() throws IOException {
        Files.writeString(source.resolve("NOTICE.md"), NOTICE.replace("| 2.1 |", "| 2.0 |"));
        assertEquals("NOTICE.md does not name these parts:\n| org.two:two | 2.1 | Apache-2.0 or MIT |", stops());
    }

    @Test
    void aPartWithoutATextStopsTheBuild() throws IOException {
        Files.delete(places.classpath().resolve("two-2.1.jar"));
        String said = stops();
        assertTrue(said.contains("the licence of two ([Apache-2.0, MIT])"), said);
    }

    @Test
    void aListThatRefersToOtherFilesIsNotRead() throws IOException {
        Files.writeString(
                places.sbom().resolveSibling("sbom.xml"),
                "<!DOCTYPE bom [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><bom>&x;</bom>");
        String said = stops();
        assertTrue(said.contains("is not the list that was expected"), said);
    }
}
