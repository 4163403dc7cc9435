package dev.zorya.channel.ethereum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.crypto.EthereumKey;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import dev.zorya.channel.vectors.Vectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every row of states.json as Ethereum sees it: encoding, hash, digest, and the very bytes of every signature. */
class StateVectorTest {
    private final EthereumScheme scheme = new EthereumScheme();
    private final JsonNode cases = Vectors.load("states").required("cases");

    @TestFactory
    Stream<DynamicTest> encodesAndHashes() {
        return Vectors.each(cases, row -> {
            State state = Vectors.state(row.required("state"));
            JsonNode expect = row.required("expect");
            assertEquals(Vectors.bytes(expect, "abiEncoded"), EthereumEncoding.encode(state));
            assertEquals(Vectors.bytes(expect, "stateHash"), EthereumEncoding.stateHash(state));
            assertEquals(Vectors.bytes(expect, "signedDigest"), scheme.digest(state));
        });
    }

    @TestFactory
    Stream<DynamicTest> signsAndVerifies() {
        return Vectors.each(cases, row -> {
            Bytes digest = scheme.digest(Vectors.state(row.required("state")));
            for (JsonNode sig : row.required("expect").required("sigs")) {
                Signature signature = new Signature(Vectors.bytes(sig, "sig"));
                Participant signer = Participant.ethereum(Vectors.bytes(sig, "address"));
                try (EthereumKey key =
                        EthereumKey.of(Vectors.bytes(sig, "privateKey").toArray())) {
                    assertEquals(Vectors.bytes(sig, "address"), key.address());
                    assertEquals(signature, key.sign(digest));
                }
                assertTrue(sig.required("verify").booleanValue());
                assertTrue(scheme.verify(digest, signature, signer));
                assertFalse(scheme.verify(Bytes.zero(32), signature, signer));
            }
        });
    }
}
