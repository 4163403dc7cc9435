package dev.zorya.channel.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.vectors.Vectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The two hashes, which are easily taken for each other, and every row of nonces.json. */
class HashesTest {
    @Test
    void emptyInput() {
        assertEquals(
                "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470",
                Hashes.keccak256().hex());
        assertEquals(
                "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a",
                Hashes.sha3().hex());
    }

    @Test
    void partsAreJoined() {
        byte[] whole = {1, 2, 3};
        assertEquals(Hashes.keccak256(whole), Hashes.keccak256(new byte[] {1}, new byte[] {}, new byte[] {2, 3}));
        assertEquals(Hashes.sha3(whole), Hashes.sha3(new byte[] {1, 2}, new byte[] {3}));
    }

    @TestFactory
    Stream<DynamicTest> nonces() {
        return Vectors.each(Vectors.load("nonces"), row -> {
            Bytes proposer = Vectors.bytes(row, "proposerShare");
            Bytes accepter = Vectors.bytes(row, "proposeeShare");
            assertEquals(Vectors.number(row.required("nonceDecimal")), ChannelNonce.of(proposer, accepter));
            assertEquals(
                    Vectors.text(row, "nonceBigEndian"),
                    unpadded(ChannelNonce.of(proposer, accepter).toString(16)));
            if (!proposer.equals(accepter)) {
                assertNotEquals(ChannelNonce.of(proposer, accepter), ChannelNonce.of(accepter, proposer));
            }
        });
    }

    /** Whole bytes without leading zero bytes, as the vectors write numbers. */
    private static String unpadded(String digits) {
        return digits.length() % 2 == 0 ? digits : "0" + digits;
    }
}
