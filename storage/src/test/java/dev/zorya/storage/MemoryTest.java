package dev.zorya.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After locking, no living object holds the secret (threat 66): looked for in a dump of the heap. */
@Tag("slow")
@Tag("threat-66")
class MemoryTest {
    @TempDir
    Path folder;

    @Test
    void noLivingObjectHoldsTheSecretOrThePassphraseAfterClosing() throws Exception {
        Vault vault = new Vault(folder, new Stretching(19 << 10, 1, 1), InstantSource.system());
        // neither is anywhere else in the memory: one is random, the other is made up at run time
        byte[] secret = Aead.random(32);
        char[] passphrase = HexFormat.of().formatHex(Aead.random(12)).toCharArray();
        byte[] pattern = masked(secret);
        byte[] typed = masked(new String(passphrase).getBytes(StandardCharsets.US_ASCII));
        vault.create(passphrase.clone(), secret);
        Arrays.fill(secret, (byte) 0);

        Secret open =
                assertInstanceOf(Unlock.Opened.class, vault.unlock(passphrase)).secret();
        assertEquals(1, occurrences(pattern, "open"), "the search finds it while it is there");
        open.close();
        assertEquals(0, occurrences(pattern, "closed"));
        assertEquals(0, occurrences(typed, "typed"));
        assertTrue(open.bytes().length > 0);
    }

    /** So that what is looked for is not itself in the heap. */
    private static byte[] masked(byte[] bytes) {
        byte[] masked = bytes.clone();
        for (int i = 0; i < masked.length; i++) {
            masked[i] ^= 0x5a;
        }
        return masked;
    }

    private int occurrences(byte[] masked, String name) throws Exception {
        Path dump = folder.resolve(name + ".hprof");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(dump.toString(), true);
        int found = 0;
        int matched = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(dump), 1 << 20)) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                int wanted = (masked[matched] ^ 0x5a) & 0xff;
                int first = (masked[0] ^ 0x5a) & 0xff;
                matched = next == wanted ? matched + 1 : next == first ? 1 : 0;
                if (matched == masked.length) {
                    found++;
                    matched = 0;
                }
            }
        }
        Files.delete(dump);
        return found;
    }
}
