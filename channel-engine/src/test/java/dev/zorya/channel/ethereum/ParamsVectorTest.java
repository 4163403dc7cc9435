package dev.zorya.channel.ethereum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zorya.channel.value.AddressMap;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.vectors.Vectors;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every row of params.json as Ethereum sees it. */
class ParamsVectorTest {
    private final JsonNode cases = Vectors.load("params").required("cases");

    @TestFactory
    Stream<DynamicTest> encodingAndId() {
        return Vectors.each(cases, row -> {
            Params params = Vectors.params(row.required("params"));
            JsonNode expect = row.required("expect");
            assertEquals(Vectors.bytes(expect, "abiEncoded"), EthereumEncoding.encode(params));
            assertEquals(
                    Vectors.text(expect, "channelID"),
                    new EthereumScheme().channelId(params).toString());
        });
    }

    @Test
    void participantsThatEthereumCannotNameAreRefused() {
        Participant nobody = new Participant(AddressMap.of(7, Bytes.zero(20)));
        assertThrows(MalformedException.class, () -> EthereumEncoding.channelId(with(nobody)));
        Participant threeLedgers = new Participant(
                new AddressMap(new TreeMap<>(Map.of(1, Bytes.zero(20), 2, Bytes.zero(20), 3, Bytes.zero(20)))));
        assertThrows(MalformedException.class, () -> EthereumEncoding.channelId(with(threeLedgers)));
    }

    private Params with(Participant second) {
        Params good = Vectors.params(cases.get(0).required("params"));
        return new Params(
                good.challengeDuration(),
                List.of(good.parts().getFirst(), second),
                good.app(),
                good.nonce(),
                true,
                false,
                good.aux());
    }
}
