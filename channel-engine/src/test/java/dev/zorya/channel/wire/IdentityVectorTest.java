package dev.zorya.channel.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zorya.channel.crypto.AddressText;
import dev.zorya.channel.crypto.EthereumKey;
import dev.zorya.channel.message.Control.AuthResponse;
import dev.zorya.channel.perunio.Perunio;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.channel.vectors.Parties;
import dev.zorya.channel.vectors.Vectors;
import dev.zorya.channel.wire.WireProof.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every row of identities.json. */
class IdentityVectorTest {
    private final JsonNode file = Vectors.load("identities");
    private final Perunio perunio = new Perunio(Vectors.APPS);

    @TestFactory
    Stream<DynamicTest> walletKeys() {
        return Vectors.each(file.required("parties"), row -> {
            try (EthereumKey key =
                    EthereumKey.of(Vectors.bytes(row, "ethPrivateKey").toArray())) {
                assertEquals(Vectors.bytes(row, "ethAddress"), key.address());
                assertEquals(key.address(), AddressText.parse(key.toString()));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> addressMaps() {
        return Vectors.each(file.required("parties"), row -> {
            Bytes wallet = Vectors.bytes(row, "walletMapPio");
            assertEquals(Vectors.addressMap(row.required("walletMap")), perunio.addresses(wallet));
            assertEquals(wallet, Bytes.wrap(Perunio.encode(perunio.addresses(wallet))));
            Bytes wire = Vectors.bytes(row, "wireMapPio");
            assertEquals(
                    WireIdentity.single(Vectors.bytes(row, "wireAddress")), new WireIdentity(perunio.addresses(wire)));
            assertEquals(wire, Bytes.wrap(Perunio.encode(perunio.addresses(wire))));
            // the library's look-up keys are parts of these encodings; ours are the values themselves
            assertEquals(Vectors.bytes(row, "walletKey"), wallet.slice(4, wallet.size()));
            assertEquals(Vectors.bytes(row, "wireKeys"), wire.slice(8, wire.size()));
        });
    }

    @TestFactory
    Stream<DynamicTest> wireAddresses() {
        return Vectors.each(file.required("parties"), row -> {
            Bytes binary = Vectors.bytes(row, "wireAddress");
            SimpleAddress made = Parties.wireKey(row).address(Vectors.text(row, "wireName"));
            assertEquals(binary, made.binary());
            assertEquals(made, SimpleAddress.parse(binary));
            assertEquals(Vectors.text(row, "wireName"), made.text());
        });
    }

    @TestFactory
    Stream<DynamicTest> proofs() {
        return Vectors.each(file.required("parties"), row -> {
            SimpleAddress own = SimpleAddress.parse(Vectors.bytes(row, "wireAddress"));
            assertEquals(Vectors.bytes(row, "authSignedBytes"), WireProof.signedBytes(own.identity()));
            AuthResponse proof = Parties.wireKey(row).prove(own);
            assertEquals(Vectors.bytes(row, "authSignature"), proof.signature());
            assertEquals(Verdict.PROVEN, WireProof.check(own.identity(), proof));
        });
    }

    @TestFactory
    Stream<DynamicTest> addressesWithoutKey() {
        return Vectors.each(
                file.required("plainWireAddresses"), row -> "name '" + Vectors.text(row, "name") + "'", row -> {
                    Bytes binary = Vectors.bytes(row, "wireAddress");
                    Bytes name = Bytes.wrap(Vectors.text(row, "name").getBytes(StandardCharsets.UTF_8));
                    SimpleAddress address = new SimpleAddress(name, null);
                    assertEquals(binary, address.binary());
                    assertEquals(address, SimpleAddress.parse(binary));
                    Bytes map = Bytes.wrap(Perunio.encode(address.identity().addresses()));
                    assertEquals(Vectors.bytes(row, "perunio"), map.slice(8, map.size()));
                });
    }

    @TestFactory
    Stream<DynamicTest> order() {
        return Vectors.each(
                file.required("wireCmp"),
                row -> Vectors.text(row, "a") + " ? " + Vectors.text(row, "b"),
                row -> assertEquals(
                        row.required("cmp").intValue(),
                        Integer.signum(named(row, "a").compareNames(named(row, "b")))));
    }

    /** What the library made of each proof is in {@code result}; where ours differs, the reason stands here. */
    @TestFactory
    Stream<DynamicTest> checks() {
        return Vectors.each(file.required("authChecks"), row -> {
            WireIdentity sender = Vectors.identity(row.required("identity"));
            Verdict verdict = WireProof.check(sender, new AuthResponse(Vectors.bytes(row, "signature")));
            String library = Vectors.text(row, "result");
            switch (Vectors.text(row, "name")) {
                case "good" -> assertVerdict("ok", Verdict.PROVEN, library, verdict);
                case "signature of another party", "same key, other name" ->
                    assertVerdict("error", Verdict.WRONG_SIGNATURE, library, verdict);
                // the id is not signed, so one key would prove any number of different identities
                case "same key, other backend ID (the ID is not signed)" ->
                    assertVerdict("ok", Verdict.NOT_ONE_ADDRESS, library, verdict);
                case "address without key" -> assertVerdict("panic", Verdict.NO_KEY, library, verdict);
                // nobody has proven nothing
                case "no address at all" -> assertVerdict("ok", Verdict.NOT_ONE_ADDRESS, library, verdict);
                default -> throw new AssertionError("row without an expectation");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> cutAddresses() {
        return Vectors.each(file.required("parties"), row -> {
            Bytes binary = Vectors.bytes(row, "wireAddress");
            int nameOnly = 2 + Vectors.text(row, "wireName").length();
            for (int size = 0; size < binary.size(); size++) {
                Bytes cut = binary.slice(0, size);
                if (size == nameOnly) {
                    assertEquals(null, SimpleAddress.parse(cut).rsaKey());
                } else {
                    assertThrows(MalformedException.class, () -> SimpleAddress.parse(cut));
                }
            }
        });
    }

    private static void assertVerdict(String libraryThen, Verdict ours, String library, Verdict verdict) {
        assertEquals(libraryThen, library);
        assertEquals(ours, verdict);
    }

    private static SimpleAddress named(JsonNode row, String field) {
        return new SimpleAddress(Bytes.wrap(Vectors.text(row, field).getBytes(StandardCharsets.UTF_8)), null);
    }
}
