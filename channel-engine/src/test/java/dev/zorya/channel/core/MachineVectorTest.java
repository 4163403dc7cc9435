package dev.zorya.channel.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.StateApp;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.SubAllocation;
import dev.zorya.channel.value.Transaction;
import dev.zorya.channel.vectors.Vectors;
import java.math.BigInteger;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every row of machine.json: what go-perun's machine permits, and where ours is stricter on purpose. */
class MachineVectorTest {
    private final JsonNode vectors = Vectors.load("machine");
    private final Scene scene = new Scene();

    // ---- operations ----

    /** An operation with the transaction it would work on: the table is about both. */
    private record Try(Operation operation, Transaction staged) {
        Optional<Phase> in(Phase phase, int signer) {
            boolean possible = switch (operation) {
                case SIGN -> !staged.signatures().containsKey(signer);
                case ENABLE_INIT, ENABLE_UPDATE ->
                    staged.isComplete() && !staged.state().isFinal();
                case ENABLE_FINAL -> staged.isComplete() && staged.state().isFinal();
                default -> true;
            };
            return possible ? phase.after(operation) : Optional.empty();
        }
    }

    private Try tried(String row) {
        State plain = scene.neutral(scene.initial());
        State last = scene.last(scene.initial());
        Transaction none = Transaction.unsigned(plain);
        Transaction all = scene.complete(plain);
        return switch (row) {
            case "init" -> new Try(Operation.INIT, none);
            case "enableInit (all signatures there)" -> new Try(Operation.ENABLE_INIT, all);
            case "enableInit (signatures missing)" ->
                new Try(Operation.ENABLE_INIT, none.with(0, scene.alice.sign(plain)));
            case "setFunded" -> new Try(Operation.SET_FUNDED, all);
            case "update" -> new Try(Operation.UPDATE, none);
            case "forceUpdate" -> new Try(Operation.FORCE_UPDATE, none);
            case "ownSignature" -> new Try(Operation.SIGN, none.with(1, scene.bob.sign(plain)));
            case "addPeerSignature" -> new Try(Operation.SIGN, none.with(1, scene.bob.sign(plain)));
            case "addPeerSignature twice" -> new Try(Operation.SIGN, all);
            case "enableUpdate (all signatures there)" -> new Try(Operation.ENABLE_UPDATE, all);
            case "enableUpdate (final staged)" -> new Try(Operation.ENABLE_UPDATE, scene.complete(last));
            case "enableFinal (final staged)" -> new Try(Operation.ENABLE_FINAL, scene.complete(last));
            case "enableFinal (non-final staged)" -> new Try(Operation.ENABLE_FINAL, all);
            case "discardUpdate" -> new Try(Operation.DISCARD_UPDATE, none);
            case "setRegistering" -> new Try(Operation.SET_REGISTERING, all);
            case "setRegistered" -> new Try(Operation.SET_REGISTERED, all);
            case "setProgressing" -> new Try(Operation.SET_PROGRESSING, none);
            case "setProgressed" -> new Try(Operation.SET_PROGRESSED, none);
            case "setWithdrawing" -> new Try(Operation.SET_WITHDRAWING, all);
            case "setWithdrawn" -> new Try(Operation.SET_WITHDRAWN, all);
            default -> throw new IllegalArgumentException("a row that nobody has mapped: " + row);
        };
    }

    @TestFactory
    Stream<DynamicTest> operations() {
        return Vectors.each(vectors.required("operations"), row -> Vectors.text(row, "operation"), row -> {
            JsonNode results = row.required("resultByPhase");
            assertEquals(Phase.values().length, results.size());
            Try tried = tried(Vectors.text(row, "operation"));
            for (Phase phase : Phase.values()) {
                String expected = Vectors.text(results, theirs(phase));
                String actual =
                        tried.in(phase, 0).map(MachineVectorTest::theirs).orElse("error");
                assertEquals(expected, actual, "in " + phase);
            }
        });
    }

    @Test
    void phasesHaveTheirNumbers() {
        List<String> names = Vectors.list(vectors.required("phases"), JsonNode::stringValue);
        for (Phase phase : Phase.values()) {
            assertEquals(theirs(phase), names.get(phase.number()));
        }
        assertEquals(names.size(), Phase.values().length);
    }

    /** INIT_ACTING is InitActing there. */
    private static String theirs(Phase phase) {
        StringBuilder name = new StringBuilder();
        for (String word : phase.name().split("_", -1)) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }

    // ---- transitions ----

    /** The library's test app: the old state's data decides; 8 bytes, big-endian, 0 is fine. */
    private static final StateApp MOCK =
            (params, from, to, actor) -> new BigInteger(1, from.data().toArray()).signum() == 0
                    ? Optional.empty()
                    : Optional.of("the mock app says no");

    private static final Apps APPS = new Apps(Map.of(Vectors.PAYMENT_APP, new PaymentApp(), Vectors.MOCK_APP, MOCK));

    /** go-perun's machine lets these pass; nothing could be paid out, or the update protocol refuses it (OFFCHAIN.md 7.3). */
    private static final Map<String, String> STRICTER = Map.of(
            "funds moved into a locked sub-allocation", "the update changes locked funds",
            "three participants in the balances", "balances for 3 instead of 2 participants");

    @TestFactory
    Stream<DynamicTest> transitions() {
        return Vectors.each(vectors.required("transitions"), row -> {
            String name = Vectors.text(row, "name");
            Optional<String> refusal = checked(row, false);
            assertEquals("ok".equals(Vectors.text(row, "result")), refusal.isEmpty(), () -> "refused: " + refusal);
            if (refusal.isEmpty()) {
                assertEquals(Optional.ofNullable(STRICTER.get(name)), checked(row, true));
            }
        });
    }

    private static Optional<String> checked(JsonNode row, boolean ours) {
        State from = Vectors.state(row.required("from"));
        State to;
        try {
            to = Vectors.state(row.required("to"));
        } catch (MalformedException shape) {
            return Optional.of(String.valueOf(shape.getMessage()));
        }
        int actor = row.required("actor").intValue();
        Params params = Vectors.params(row.required("params"));
        return ours
                ? StateRules.update(APPS, params, from, to, actor)
                : StateRules.transition(APPS, params, from, to, actor);
    }

    // ---- allocations ----

    private static final List<BigInteger> ONE = List.of(BigInteger.ONE);

    private static List<Asset> assets(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> new Asset(1, Bytes.of((byte) n, (byte) (n >> 8))))
                .toList();
    }

    private static Allocation allocation(int assets, List<List<BigInteger>> rows, List<SubAllocation> locked) {
        return new Allocation(assets(assets), new Balances(rows), locked);
    }

    private static SubAllocation sub(int number, List<BigInteger> balances, List<Integer> indexMap) {
        byte[] id = new byte[32];
        id[0] = (byte) number;
        id[1] = (byte) (number >> 8);
        return new SubAllocation(new ChannelId(Bytes.wrap(id)), balances, indexMap);
    }

    private static List<SubAllocation> subs(int count) {
        return IntStream.range(0, count).mapToObj(n -> sub(n, ONE, List.of())).toList();
    }

    private static Map<String, Supplier<Allocation>> allocations() {
        BigInteger minus = BigInteger.ONE.negate();
        Map<String, Supplier<Allocation>> rows = new HashMap<>();
        rows.put("no assets", () -> allocation(0, List.of(), List.of()));
        rows.put("one asset, one participant", () -> allocation(1, List.of(ONE), List.of()));
        rows.put(
                "rows of different length",
                () -> allocation(2, List.of(ONE, Collections.nCopies(2, BigInteger.ONE)), List.of()));
        rows.put("negative", () -> allocation(1, List.of(List.of(minus)), List.of()));
        rows.put(
                "sub-allocation with too few balances",
                () -> allocation(2, List.of(ONE, ONE), List.of(sub(1, ONE, List.of()))));
        rows.put(
                "negative sub-allocation",
                () -> allocation(1, List.of(ONE), List.of(sub(1, List.of(minus), List.of()))));
        rows.put(
                "index map longer than the participants",
                () -> allocation(1, List.of(ONE), List.of(sub(1, ONE, List.of(0, 1, 2)))));
        rows.put(
                "same sub-allocation twice",
                () -> allocation(1, List.of(ONE), List.of(sub(1, ONE, List.of()), sub(1, ONE, List.of()))));
        rows.put("balance over 2^256", () -> allocation(1, List.of(List.of(BigInteger.ONE.shiftLeft(257))), List.of()));
        rows.put("1024 assets", () -> allocation(1024, Collections.nCopies(1024, ONE), List.of()));
        rows.put("1025 assets", () -> allocation(1025, Collections.nCopies(1025, ONE), List.of()));
        rows.put("1024 sub-allocations", () -> allocation(1, List.of(ONE), subs(1024)));
        rows.put("1025 sub-allocations", () -> allocation(1, List.of(ONE), subs(1025)));
        return rows;
    }

    /** Valid to the machine, but no contract could conclude them (safety rule 4). */
    private static final Map<String, String> NOT_PAYABLE = Map.of(
            "index map longer than the participants", "an index map points outside the channel",
            "same sub-allocation twice", "a channel is locked twice",
            "balance over 2^256", "a total is above 2^256");

    @TestFactory
    Stream<DynamicTest> allocationValidity() {
        Map<String, Supplier<Allocation>> made = allocations();
        assertEquals(vectors.required("allocationValidity").size(), made.size());
        return Vectors.each(vectors.required("allocationValidity"), row -> {
            String name = Vectors.text(row, "name");
            Supplier<Allocation> make = made.get(name);
            assertTrue(make != null, "a row that nobody has mapped");
            if ("ok".equals(Vectors.text(row, "result"))) {
                assertEquals(Optional.ofNullable(NOT_PAYABLE.get(name)), StateRules.payable(make.get(), 1));
            } else {
                assertThrows(MalformedException.class, make::get);
            }
        });
    }

    @Test
    void theAssetOfTheScenesIsPayable() {
        assertEquals(Optional.empty(), StateRules.payable(scene.allocation(1, 2), 2));
        assertEquals(List.of(SimWorld.COIN), scene.allocation(1, 2).assets());
    }
}
