package dev.zorya.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.WalletsOnDisk;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration on real parts: chain, contracts, sockets and files. */
@Tag("slow")
class StoryTest {
    @TempDir
    Path folder;

    @Test
    void aWholeChannelLifeAddsUp() throws Exception {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        WalletsOnDisk wallets = WalletsOnDisk.amongThemselves(folder);
        boolean exact = new Story(wallets, 20, 4, new PrintStream(told, true, StandardCharsets.UTF_8)).play();
        String text = told.toString(StandardCharsets.UTF_8);
        assertTrue(exact, text);
        assertTrue(text.contains("it adds up to the wei"), text);
        assertEquals(
                2, text.lines().filter(line -> line.contains("20 payments in")).count(), text);
        assertTrue(
                text.contains(" gas in 3 transactions"), "two deposits, and one that ends it and pays both: " + text);
        assertEquals(2, wallets.list().size());
        assertFalse(Files.exists(folder.resolve("practice/contact")), "nobody else was made");
        assertEquals(Optional.empty(), wallets.practiceChain(), "the chain ended with the last wallet");
    }
}
