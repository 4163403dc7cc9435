package dev.zorya.ethereum.anvil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnvilBinaryTest {
    private static final String INSTALLED = "contracts/node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil";

    @TempDir
    Path folder;

    private final Properties properties = new Properties();

    @BeforeEach
    void platform() {
        properties.setProperty("os.name", "Linux");
        properties.setProperty("os.arch", "amd64");
    }

    @Test
    void theOrderIsOverrideThenHomeThenSourceThenCheckoutThenPath() throws Exception {
        Path onPath = program("path/anvil");
        var environment = Map.of("PATH", folder.resolve("path").toString());
        Path checkout = folder.resolve("checkout/wallet/src");
        Files.createDirectories(checkout);
        assertEquals(onPath, AnvilBinary.find(properties, environment, checkout));

        Path inCheckout = program("checkout/" + INSTALLED);
        assertEquals(inCheckout, AnvilBinary.find(properties, environment, checkout));

        Path inSource = program("source/" + INSTALLED);
        properties.setProperty("zorya.source", folder.resolve("source").toString());
        assertEquals(inSource, AnvilBinary.find(properties, environment, checkout));

        Path atHome = program("home/bin/anvil");
        properties.setProperty("zorya.home", folder.resolve("home").toString());
        assertEquals(atHome, AnvilBinary.find(properties, environment, checkout));

        Path named = program("named/my-anvil");
        var withOverride = Map.of(AnvilBinary.OVERRIDE, named.toString());
        assertEquals(named, AnvilBinary.find(properties, withOverride, checkout));
        Path property = program("named/other");
        properties.setProperty(AnvilBinary.OVERRIDE, property.toString());
        assertEquals(property, AnvilBinary.find(properties, withOverride, checkout));
    }

    @Test
    void eachPlatformHasItsPackage() throws Exception {
        assertPackage("Mac OS X", "aarch64", "anvil-darwin-arm64/bin/anvil");
        assertPackage("Mac OS X", "x86_64", "anvil-darwin-amd64/bin/anvil");
        assertPackage("Windows 11", "amd64", "anvil-win32-amd64/bin/anvil.exe");
        assertPackage("Linux", "aarch64", "anvil-linux-arm64/bin/anvil");
    }

    @Test
    void withoutAnyTheSentenceSaysWhatToDo() {
        var missing = assertThrows(AnvilException.class, () -> AnvilBinary.find(properties, Map.of(), folder));
        assertEquals(AnvilException.Reason.MISSING, missing.reason());
        assertTrue(missing.toString().contains("Install Node 20"), missing.toString());
    }

    @Test
    void aWrongOverrideIsNotPassedOver() throws Exception {
        program(INSTALLED);
        var environment = Map.of(AnvilBinary.OVERRIDE, "/nowhere/anvil");
        var missing = assertThrows(AnvilException.class, () -> AnvilBinary.find(properties, environment, folder));
        assertTrue(missing.toString().contains("/nowhere/anvil"), missing.toString());
    }

    @Test
    void whatIsNotExecutableIsPassedOver() throws Exception {
        Path text = folder.resolve(INSTALLED);
        Files.createDirectories(text.getParent());
        Files.writeString(text, "not a program");
        assertThrows(AnvilException.class, () -> AnvilBinary.find(properties, Map.of(), folder));
    }

    private void assertPackage(String os, String processor, String expected) throws IOException {
        properties.setProperty("os.name", os);
        properties.setProperty("os.arch", processor);
        Path program = program("contracts/node_modules/@foundry-rs/" + expected);
        assertEquals(program, AnvilBinary.find(properties, Map.of(), folder));
    }

    private Path program(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n");
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }
}
