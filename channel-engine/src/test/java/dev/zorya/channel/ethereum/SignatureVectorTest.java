package dev.zorya.channel.ethereum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.vectors.OnchainVectors;
import dev.zorya.channel.vectors.Vectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * Every row of sigverify.json and onchain-signature-variants.json. The Go backend takes signatures that the contracts do not
 * (ONCHAIN.md 3), which would be worth nothing in a dispute; ours takes what both take and nothing else (safety rule 4).
 */
class SignatureVectorTest {
    private final EthereumScheme scheme = new EthereumScheme();

    @TestFactory
    @Tag("threat-6")
    @Tag("threat-7")
    Stream<DynamicTest> sigverify() {
        return Vectors.each(Vectors.load("sigverify"), row -> {
            Bytes digest = scheme.digest(Vectors.state(row.required("state")));
            Participant signer = Participant.ethereum(Vectors.bytes(row, "address"));
            Bytes signature = Vectors.bytes(row, "sig");
            String library = Vectors.text(row, "result");
            switch (Vectors.text(row, "name")) {
                case "good, v=27/28" -> {
                    assertEquals("valid", library);
                    assertTrue(scheme.verify(digest, new Signature(signature), signer));
                }
                // contracts: invalid signature 'v' value, and invalid signature 's' value
                case "v=0/1", "high s (n-s, v flipped): malleated form" -> {
                    assertEquals("valid", library);
                    assertFalse(scheme.verify(digest, new Signature(signature), signer));
                }
                // contracts: invalid signature length
                case "66 bytes (last byte ignored)" -> {
                    assertEquals("valid", library);
                    assertThrows(MalformedException.class, () -> new Signature(signature));
                }
                case "64 bytes (v missing, read as 0)", "empty" ->
                    assertThrows(MalformedException.class, () -> new Signature(signature));
                case "other v (27<->28)", "other signer's address", "other state" -> {
                    assertEquals("invalid", library);
                    assertFalse(scheme.verify(digest, new Signature(signature), signer));
                }
                case "v=29", "v=31", "all zero", "r bit flipped" -> {
                    assertEquals("error", library);
                    assertFalse(scheme.verify(digest, new Signature(signature), signer));
                }
                default -> throw new AssertionError("row without an expectation");
            }
        });
    }

    @TestFactory
    @Tag("threat-7")
    Stream<DynamicTest> variants() {
        JsonNode file = Vectors.load("onchain-signature-variants");
        Bytes digest = scheme.digest(OnchainVectors.state(OnchainVectors.row(Vectors.text(file, "case"))));
        Participant signer = Participant.ethereum(
                OnchainVectors.key(file.required("key").intValue()).address());
        return Vectors.each(file.required("variants"), row -> Vectors.text(row, "variant"), row -> {
            Bytes signature = Vectors.bytes(row, "signature");
            boolean library = row.required("goBackendVerify").booleanValue();
            switch (Vectors.text(row, "variant")) {
                case "canonical" -> {
                    assertTrue(library);
                    assertTrue(scheme.verify(digest, new Signature(signature), signer));
                }
                case "v-0-or-1", "high-s" -> {
                    assertTrue(library);
                    assertFalse(scheme.verify(digest, new Signature(signature), signer));
                }
                case "trailing-byte" -> {
                    assertTrue(library);
                    assertThrows(MalformedException.class, () -> new Signature(signature));
                }
                // the contracts would take it, but no peer could read it back from us
                case "compact-64-bytes" -> {
                    assertFalse(library);
                    assertThrows(MalformedException.class, () -> new Signature(signature));
                }
                case "flipped-v" -> {
                    assertFalse(library);
                    assertFalse(scheme.verify(digest, new Signature(signature), signer));
                }
                default -> throw new AssertionError("row without an expectation");
            }
        });
    }
}
