package dev.zorya.channel.perunio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.codec.Apps;
import dev.zorya.channel.value.AddressMap;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.BackendId;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.vectors.Vectors;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/**
 * sim.json: go-perun's simulation backend has the id 0 and addresses of 64 bytes. It shows that the values hold a ledger that is
 * not Ethereum. Its ids are hashed here only, nobody has money there.
 */
class SimulationVectorTest {
    private final JsonNode file = Vectors.load("sim");
    private final List<Participant> parties = Vectors.list(
            file.required("parties"),
            row -> new Participant(AddressMap.of(BackendId.SIMULATION, Vectors.bytes(row, "address"))));

    @TestFactory
    Stream<DynamicTest> addresses() {
        return Vectors.each(file.required("parties"), row -> {
            PerunWriter out = new PerunWriter();
            out.object(Vectors.bytes(row, "address"));
            assertEquals(Vectors.bytes(row, "perunio"), Bytes.wrap(out.toArray()));
        });
    }

    @Test
    void asset() {
        PerunWriter out = new PerunWriter();
        AllocationCodec.writeAsset(out, new Asset(BackendId.SIMULATION, Vectors.bytes(file, "assetID")));
        Bytes encoded = Bytes.wrap(out.toArray());
        assertEquals(Vectors.bytes(file, "assetPerunio"), encoded.slice(4, encoded.size()));
        PerunReader in = PerunReader.whole(ByteBuffer.wrap(encoded.toArray()), Apps.NONE);
        assertEquals(new Asset(BackendId.SIMULATION, Vectors.bytes(file, "assetID")), AllocationCodec.readAsset(in));
    }

    @TestFactory
    Stream<DynamicTest> params() {
        return Vectors.each(file.required("params"), row -> {
            Bytes encoded = Vectors.bytes(row, "paramsPerunio");
            // the id of the app stands in the encoding only
            Params params = new Perunio(app -> true).params(encoded);
            assertEquals(encoded, Bytes.wrap(Perunio.encode(params)));
            assertEquals(parties, params.parts());
            assertEquals(row.required("app").booleanValue(), params.app() instanceof App.Contract);
            assertEquals(Vectors.uint64(row, "challengeDuration"), params.challengeDuration());
            assertEquals(row.required("ledgerChannel").booleanValue(), params.ledgerChannel());
            assertEquals(row.required("virtualChannel").booleanValue(), params.virtualChannel());
            assertEquals(new BigInteger(Vectors.text(row, "nonce"), 16), params.nonce());
        });
    }

    @TestFactory
    Stream<DynamicTest> ids() {
        return Vectors.each(file.required("params"), row -> {
            Params params = new Perunio(app -> true).params(Vectors.bytes(row, "paramsPerunio"));
            PerunWriter out = new PerunWriter();
            AddressCodec.writeList(out, params.parts(), AddressCodec::writeParticipant);
            out.bigInteger(params.nonce());
            out.int64(params.challengeDuration());
            ChannelCodec.writeApp(out, params.app());
            out.bool(params.ledgerChannel());
            out.bool(params.virtualChannel());
            assertEquals(Vectors.bytes(row, "idPreimage"), Bytes.wrap(out.toArray()));
            Bytes id = Bytes.wrap(MessageDigest.getInstance("SHA-256").digest(out.toArray()));
            assertEquals(Vectors.bytes(row, "channelID"), id);
            assertTrue(id.size() == 32);
        });
    }
}
