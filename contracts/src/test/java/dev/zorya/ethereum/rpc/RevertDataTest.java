package dev.zorya.ethereum.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RevertDataTest {
    private static final String WORD_20 = "%064x".formatted(0x20);

    @Test
    void readsTheText() {
        assertEquals(
                Optional.of("not ledger"),
                reason("0x08c379a0" + WORD_20 + "%064x".formatted(10) + "6e6f74206c6564676572" + "0".repeat(44)));
    }

    @Test
    void readsAPanic() {
        assertEquals(Optional.of("Panic(0x32)"), reason("0x4e487b71" + "%064x".formatted(0x32)));
    }

    @Test
    void takesQuotesAsSomeNodesSendThem() {
        assertEquals(Optional.of("Panic(0x11)"), reason("\"0x4e487b71" + "%064x".formatted(0x11) + "\""));
    }

    /** A hostile contract chooses the bytes. */
    @Test
    void aLengthThatLiesIsCutOff() {
        String huge = "f".repeat(64);
        assertEquals(Optional.of("ab"), reason("0x08c379a0" + WORD_20 + huge + "6162"));
        assertEquals(Optional.of("a b"), reason("0x08c379a0" + WORD_20 + "%064x".formatted(3) + "610a62"));
        assertEquals(
                500,
                reason("0x08c379a0" + WORD_20 + huge + "61".repeat(9_000))
                        .orElseThrow()
                        .length());
    }

    @Test
    void anythingElseIsNoReason() {
        for (String data : new String[] {"", "0x", "0x08c379a0", "0x08c379a0zz", "0x4e487b7100", "0x12345678", "no"}) {
            assertEquals(Optional.empty(), reason(data), data);
        }
    }

    private static Optional<String> reason(String data) {
        return RevertData.reason(data);
    }
}
