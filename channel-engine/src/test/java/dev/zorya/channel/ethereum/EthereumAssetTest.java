package dev.zorya.channel.ethereum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.vectors.Vectors;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class EthereumAssetTest {
    private static final String HOLDER = "e31c6aa493f7e472c3629634bb35dbd3cbc3b5fa";

    /** The assets of every row of states.json. */
    @TestFactory
    Stream<DynamicTest> vectors() {
        return Vectors.each(Vectors.load("states").required("cases"), row -> {
            for (JsonNode asset : row.required("state").required("allocation").required("assets")) {
                EthereumAsset expected =
                        new EthereumAsset(Vectors.number(asset.required("chainID")), Vectors.bytes(asset, "holder"));
                assertEquals(expected, EthereumAsset.of(Vectors.asset(asset)));
                assertEquals(Vectors.asset(asset), expected.toAsset());
            }
        });
    }

    @Test
    void chainIdsOfAnySize() {
        for (int bits = 1; bits <= 256; bits++) {
            EthereumAsset asset =
                    new EthereumAsset(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE), Bytes.fromHex(HOLDER));
            assertEquals(asset, EthereumAsset.of(asset.toAsset()));
        }
    }

    @ParameterizedTest
    @Tag("threat-11")
    @ValueSource(
            strings = {
                "",
                "00",
                // chain id 0, in both ways to write it
                "0000" + "01000000" + "1400" + HOLDER,
                "0100" + "00" + "01000000" + "1400" + HOLDER,
                // a second form of chain 1337
                "0300" + "000539" + "01000000" + "1400" + HOLDER,
                // another length, backend or holder size than there should be
                "0100" + "0539" + "01000000" + "1400" + HOLDER,
                "0200" + "0539" + "02000000" + "1400" + HOLDER,
                "0200" + "0539" + "01000000" + "1300" + HOLDER,
                "0200" + "0539" + "01000000" + "1400" + HOLDER + "00",
                "0201" + "0539" + "01000000" + "1400" + HOLDER,
            })
    void otherFormsAreRefused(String binary) {
        Asset asset = new Asset(1, Bytes.fromHex(binary));
        assertThrows(MalformedException.class, () -> EthereumAsset.of(asset));
    }

    @Test
    void otherLedgersAreRefused() {
        Asset asset = new EthereumAsset(BigInteger.TEN, Bytes.fromHex(HOLDER)).toAsset();
        assertThrows(MalformedException.class, () -> EthereumAsset.of(new Asset(2, asset.binary())));
        assertThrows(
                MalformedException.class,
                () -> new EthereumAsset(BigInteger.ONE.shiftLeft(256), Bytes.fromHex(HOLDER)));
    }
}
