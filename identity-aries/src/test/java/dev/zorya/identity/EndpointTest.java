package dev.zorya.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:5750", "[::1]:1", "[fe80::1:2]:65535", "wallet.example.org:443", "a:80"})
    void comesBack(String text) {
        Endpoint endpoint = Endpoint.parse(text).orElseThrow();
        assertEquals(text, endpoint.toString());
        assertEquals(endpoint, Endpoint.parseUri("tls://" + text).orElseThrow());
        assertEquals("tls://" + text, endpoint.uri());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":1",
                "a",
                "a:",
                "a:0",
                "a:65536",
                "a:-1",
                "a:01",
                "a:1 ",
                "a b:1",
                "a/b:1",
                "::1:80",
                "[a]b:1",
                "-a:1",
                "a.:1",
                "user@a:1",
                "[]:1",
                "ä:1",
                "a:99999999999"
            })
    void othersAreNothing(String text) {
        assertTrue(Endpoint.parse(text).isEmpty());
    }

    @Test
    void needsItsScheme() {
        assertTrue(Endpoint.parseUri("http://a:1").isEmpty());
        assertTrue(Endpoint.parseUri("a:1").isEmpty());
    }

    @Test
    void cannotBeMadeWrong() {
        assertThrows(IllegalArgumentException.class, () -> new Endpoint("a", 0));
        assertThrows(IllegalArgumentException.class, () -> new Endpoint("a".repeat(254), 1));
        assertThrows(IllegalArgumentException.class, () -> new Endpoint("a\nb", 1));
    }
}
