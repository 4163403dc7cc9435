package dev.zorya.desktop.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.api.Network;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormsTest {
    private static final String ADDRESS = "0x71C7656EC7ab88b098defB751B7401B5f6d8976F";

    @ParameterizedTest
    @CsvSource({
        "'', 12345678, 12345678, Give the wallet a name.",
        "'  ', 12345678, 12345678, Give the wallet a name.",
        "Everyday, 1234567, 1234567, The passphrase needs at least 8 characters.",
        "Everyday, 12345678, 12345679, The two passphrases are not the same yet.",
        "Everyday, 12345678, 12345678, ''"
    })
    void whatIsMissingIsSaidBeforeTheButton(String name, String passphrase, String repeated, String sentence) {
        PassphraseForm form = new PassphraseForm(name, passphrase, repeated);
        assertEquals(sentence, form.missing());
        assertEquals(sentence.isEmpty(), form.complete());
    }

    @Test
    void practiceNeedsNothing() {
        assertEquals(
                Optional.of(new Network.Practice()),
                NetworkForm.practiceNetwork().network());
    }

    @Test
    void anEthereumNodeIsTakenAsTyped() {
        NetworkForm form = new NetworkForm(false, " Sepolia ", " http://127.0.0.1:8545 ", "11155111", ADDRESS, ADDRESS);
        assertEquals("", form.missing());
        assertEquals(
                Optional.of(new Network.Ethereum(
                        "Sepolia", URI.create("http://127.0.0.1:8545"), null, 11155111, ADDRESS, ADDRESS)),
                form.network());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "127.0.0.1:8545",
                "ftp://host",
                "http://",
                "http:// host",
                "javascript:alert(1)",
                "file:///etc"
            })
    void anAddressThatIsNoNodeIsRefused(String node) {
        NetworkForm form = new NetworkForm(false, "x", node, "1", ADDRESS, ADDRESS);
        assertEquals("Type the address of your node. It starts with http:// or https://.", form.missing());
        assertTrue(form.network().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1.5", "0x1", "9999999999999999999"})
    void aChainIsAWholeNumber(String chain) {
        NetworkForm form = new NetworkForm(false, "x", "https://node.example", chain, ADDRESS, ADDRESS);
        assertEquals("Type the number of the chain, like 1 for Ethereum.", form.missing());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0x12",
                "71C7656EC7ab88b098defB751B7401B5f6d8976F",
                "0xg1C7656EC7ab88b098defB751B7401B5f6d8976F"
            })
    void contractsAreAddresses(String address) {
        assertEquals(
                "Type the addresses of both contracts: 0x and 40 digits each.",
                new NetworkForm(false, "x", "https://node.example", "1", address, ADDRESS).missing());
        assertEquals(
                "Type the addresses of both contracts: 0x and 40 digits each.",
                new NetworkForm(false, "x", "https://node.example", "1", ADDRESS, address).missing());
    }

    @Test
    void wordsAreReadHoweverTheyArePasted() {
        assertEquals(List.of("abandon", "ability", "able"), RestoreStep.words("  Abandon,\n ability\t ABLE "));
        assertEquals(List.of(), RestoreStep.words("  "));
    }
}
