package dev.zorya.wallet.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The API key goes over loopback or TLS and nowhere else. */
class OwnHostTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8031",
                "http://localhost:8031/",
                "http://[::1]:8031",
                "https://agent.example.org",
                "https://10.0.0.1:8031/admin"
            })
    void isUsed(String address) throws Exception {
        OwnHost host = OwnHost.at(URI.create(address), "secret");
        assertEquals("", host.address().admin().getPath());
        assertFalse(host.toString().contains("secret"), "a key is never in a log");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://agent.example.org",
                "http://10.0.0.1:8031",
                "http://127.0.0.1.example.org:8031",
                "http://localhost@example.org",
                "https://somebody@example.org",
                "ftp://127.0.0.1",
                "127.0.0.1",
                "file:///tmp/x"
            })
    void isRefused(String address) {
        WalletException refused = assertThrows(WalletException.class, () -> OwnHost.at(URI.create(address), "secret"));
        assertEquals(Code.AGENT_ADDRESS, refused.problem().code());
        assertFalse(refused.problem().toString().contains("secret"));
    }
}
