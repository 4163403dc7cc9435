package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.api.Network;
import dev.zorya.wallet.api.WalletInfo;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class WalletFileTest {
    private static final Instant TIME = Instant.parse("2026-11-23T10:15:30.5Z");

    static final List<Network> NETWORKS = List.of(
            new Network.Practice(),
            new Network.Ethereum(
                    "Häusliches = Netz: #1", URI.create("http://127.0.0.1:8545"), null, 31337, "0x01", "0x02"),
            new Network.Ethereum("several", URI.create("https://one.example.org/v3/key"), null, 5, "0x05", "0x06")
                    .through(
                            URI.create("https://one.example.org/v3/key"),
                            List.of(URI.create("http://127.0.0.1:8545"), URI.create("https://two.example.org/a%20b"))),
            new Network.Ethereum(
                    "practice",
                    URI.create("https://node.example.org"),
                    URI.create("wss://node.example.org"),
                    1,
                    "0x03",
                    "0x04"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @FieldSource("NETWORKS")
    void comesBack(Network network) throws Exception {
        WalletFile file = new WalletFile("Тарас & \"co\"", network, true, 5750, TIME);
        assertFalse(WalletFile.exists(folder));
        file.write(folder);
        assertTrue(WalletFile.exists(folder));
        assertEquals(file, WalletFile.read(folder));
    }

    @Test
    void replacesWhatWasThere() throws Exception {
        WalletFile file = new WalletFile("a", new Network.Practice(), false, 0, TIME);
        file.write(folder);
        file.listening(6000).openedAt(TIME.plusSeconds(1)).write(folder);
        assertEquals(
                new WalletFile("a", new Network.Practice(), false, 6000, TIME.plusSeconds(1)), WalletFile.read(folder));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void saysWhetherMoneyIsReal() {
        WalletInfo play = new WalletFile("a", NETWORKS.get(0), false, 0, TIME).info(folder);
        assertTrue(play.practice());
        assertEquals("Practice network", play.network());
        WalletInfo real = new WalletFile("a", NETWORKS.getLast(), false, 0, TIME).info(folder);
        assertFalse(real.practice());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name=a\n",
                "name=a\nnetwork=practice\nopened=yesterday\n",
                "name=a\nnetwork=elsewhere\nopened=2026-11-23T10:15:30Z\n",
                "name=a\nnetwork=practice\nport=many\nopened=2026-11-23T10:15:30Z\n",
                "\\u00zz"
            })
    void damageIsAnError(String content) throws Exception {
        Files.writeString(folder.resolve("wallet.properties"), content);
        assertThrows(IOException.class, () -> WalletFile.read(folder));
    }
}
