package dev.zorya.channel.vectors;

import dev.zorya.channel.codec.Apps;
import dev.zorya.channel.value.AddressMap;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.SubAllocation;
import dev.zorya.channel.value.Transaction;
import dev.zorya.channel.value.WireIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Loads vector files and maps their common objects (params, state, sigs, addresses) to our values. */
public final class Vectors {
    public static final Bytes PAYMENT_APP = Bytes.fromHex("72d8e8eb497bc462cfcd6e7ab69ef2fdb4760901");
    public static final Bytes MOCK_APP = Bytes.fromHex("0c4715c3cf0d56276b91ceeccdc7efde53a8e007");

    /** The apps that were registered when the vectors were made. */
    public static final Apps APPS = Apps.of(PAYMENT_APP, MOCK_APP);

    private static final JsonMapper JSON = new JsonMapper();

    private Vectors() {}

    /**
     * Loads a file.
     *
     * @param name of the file without folder and extension, such as {@code states}
     */
    public static JsonNode load(String name) {
        try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + name + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("no vector file " + name);
            }
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One test for each row, under the row's name. */
    public static Stream<DynamicTest> each(JsonNode rows, Function<JsonNode, String> name, Check check) {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode row : rows) {
            tests.add(DynamicTest.dynamicTest(name.apply(row), () -> check.check(row)));
        }
        return tests.stream();
    }

    /** One test for each row, under its field {@code name}. */
    public static Stream<DynamicTest> each(JsonNode rows, Check check) {
        return each(rows, row -> text(row, "name"), check);
    }

    /** The rows of decode.json for one serializer, {@code perunio} or {@code protobuf}. */
    public static Stream<DynamicTest> decodeRows(String serializer, Check check) {
        return list(load("decode"), row -> row).stream()
                .filter(row -> text(row, "serializer").equals(serializer))
                .map(row -> DynamicTest.dynamicTest(text(row, "name"), () -> check.check(row)));
    }

    /** What a test does with a row. */
    @FunctionalInterface
    public interface Check {
        void check(JsonNode row) throws Exception;
    }

    public static <T> List<T> list(JsonNode rows, Function<JsonNode, T> map) {
        List<T> list = new ArrayList<>();
        rows.forEach(row -> list.add(map.apply(row)));
        return list;
    }

    public static String text(JsonNode row, String field) {
        return row.required(field).asString();
    }

    public static Bytes bytes(JsonNode row, String field) {
        return bytes(row.required(field));
    }

    public static Bytes bytes(JsonNode hex) {
        return Bytes.fromHex(hex.stringValue());
    }

    public static BigInteger number(JsonNode decimal) {
        return new BigInteger(decimal.asString());
    }

    /** An unsigned 64-bit number. */
    public static long uint64(JsonNode row, String field) {
        return Long.parseUnsignedLong(row.required(field).asString());
    }

    public static AddressMap addressMap(JsonNode entries) {
        SortedMap<Integer, Bytes> map = new TreeMap<>();
        entries.forEach(entry -> map.put(entry.required("backendID").intValue(), bytes(entry, "address")));
        return new AddressMap(map);
    }

    public static Participant participant(JsonNode entries) {
        return new Participant(addressMap(entries));
    }

    public static WireIdentity identity(JsonNode entries) {
        return new WireIdentity(addressMap(entries));
    }

    public static App app(JsonNode app) {
        return app.isNull() ? App.NONE : new App.Contract(bytes(app));
    }

    public static Params params(JsonNode params) {
        return new Params(
                uint64(params, "challengeDuration"),
                list(params.required("parts"), Vectors::participant),
                app(params.required("app")),
                new BigInteger(1, bytes(params, "nonce").toArray()),
                params.required("ledgerChannel").booleanValue(),
                params.required("virtualChannel").booleanValue(),
                bytes(params, "aux"));
    }

    public static State state(JsonNode state) {
        return new State(
                new ChannelId(bytes(state, "id")),
                uint64(state, "version"),
                allocation(state.required("allocation")),
                state.required("isFinal").booleanValue(),
                app(state.required("app")),
                bytes(state, "data"));
    }

    public static Allocation allocation(JsonNode allocation) {
        return new Allocation(
                list(allocation.required("assets"), Vectors::asset),
                balances(allocation.required("balances")),
                list(allocation.required("locked"), Vectors::locked));
    }

    public static Asset asset(JsonNode asset) {
        return new Asset(asset.required("backendID").intValue(), bytes(asset, "binary"));
    }

    public static Balances balances(JsonNode rows) {
        return new Balances(list(rows, row -> list(row, Vectors::number)));
    }

    public static SubAllocation locked(JsonNode locked) {
        return new SubAllocation(
                new ChannelId(bytes(locked, "id")),
                list(locked.required("bals"), Vectors::number),
                indexMap(locked.required("indexMap")));
    }

    public static List<Integer> indexMap(JsonNode map) {
        return list(map, JsonNode::intValue);
    }

    /**
     * A state with its signatures.
     *
     * @param signatures one for each participant, null where it is missing
     */
    public static Transaction transaction(State state, JsonNode signatures) {
        Transaction transaction = Transaction.unsigned(state);
        for (int i = 0; i < signatures.size(); i++) {
            if (!signatures.get(i).isNull()) {
                transaction = transaction.with(i, new Signature(bytes(signatures.get(i))));
            }
        }
        return transaction;
    }
}
