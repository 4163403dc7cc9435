package dev.zorya.channel.perunio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import dev.zorya.channel.vectors.Vectors;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every row of states.json and params.json as perunio writes it. Their Ethereum side is tested in that package. */
class ValueVectorTest {
    private final Perunio perunio = new Perunio(Vectors.APPS);
    private final JsonNode states = Vectors.load("states");
    private final JsonNode params = Vectors.load("params");

    @TestFactory
    Stream<DynamicTest> paramsBothWays() {
        return Vectors.each(params.required("cases"), row -> {
            Params value = Vectors.params(row.required("params"));
            Bytes encoded = Vectors.bytes(row.required("expect"), "perunio");
            assertEquals(encoded, Bytes.wrap(Perunio.encode(value)));
            assertEquals(value, perunio.params(encoded));
        });
    }

    @TestFactory
    Stream<DynamicTest> paramsValidity() {
        Params good = Vectors.params(params.required("cases").get(0).required("params"));
        return Vectors.each(params.required("validity"), row -> {
            int count = row.required("numParts").intValue();
            BigInteger nonce = Vectors.text(row, "name").equals("nonce of 33 bytes")
                    ? BigInteger.ONE.shiftLeft(256)
                    : good.nonce();
            switch (Vectors.text(row, "name")) {
                // here neither can be said at all: there is no null, and no app is App.NONE
                case "no nonce", "nil app" -> assertEquals("error", Vectors.text(row, "result"));
                default ->
                    assertAccepted(
                            Vectors.text(row, "result"),
                            () -> new Params(
                                    Vectors.uint64(row, "challengeDuration"),
                                    Collections.nCopies(count, good.parts().getFirst()),
                                    good.app(),
                                    nonce,
                                    true,
                                    false,
                                    good.aux()));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> statesBothWays() {
        return Vectors.each(states.required("cases"), row -> {
            State value = Vectors.state(row.required("state"));
            JsonNode expect = row.required("expect");
            assertEquals(Vectors.bytes(expect, "perunio"), Bytes.wrap(Perunio.encode(value)));
            assertEquals(value, perunio.state(Vectors.bytes(expect, "perunio")));
            Allocation allocation = value.allocation();
            assertEquals(Vectors.bytes(expect, "allocationPerunio"), Bytes.wrap(Perunio.encode(allocation)));
            assertEquals(allocation, perunio.allocation(Vectors.bytes(expect, "allocationPerunio")));
            assertEquals(Vectors.bytes(expect, "balancesPerunio"), Bytes.wrap(Perunio.encode(value.balances())));
            assertEquals(value.balances(), perunio.balances(Vectors.bytes(expect, "balancesPerunio")));
            assertEquals(Vectors.list(expect.required("sum"), Vectors::number), allocation.sums());
            assertEquals(Vectors.text(row, "params"), value.id().toString());
        });
    }

    @TestFactory
    Stream<DynamicTest> transactions() {
        return Vectors.each(states.required("cases"), row -> {
            JsonNode expect = row.required("expect");
            List<Signature> sigs =
                    Vectors.list(expect.required("sigs"), sig -> new Signature(Vectors.bytes(sig, "sig")));
            Transaction none = Transaction.unsigned(Vectors.state(row.required("state")));
            Transaction all = none;
            for (int i = 0; i < sigs.size(); i++) {
                all = all.with(i, sigs.get(i));
            }
            assertEquals(sigs, all.ordered());
            assertBothWays(Vectors.bytes(expect, "txPerunioAllSigs"), all);
            assertBothWays(Vectors.bytes(expect, "txPerunioNoSigs"), none);
            assertBothWays(Vectors.bytes(expect, "txPerunioSecondOnly"), none.with(1, sigs.get(1)));
        });
    }

    @Test
    void noTransaction() {
        Bytes encoded = Vectors.bytes(states, "emptyTransactionPerunio");
        assertEquals(encoded, Bytes.wrap(Perunio.encode(Optional.<Transaction>empty())));
        assertEquals(Optional.empty(), perunio.transaction(encoded));
    }

    private void assertBothWays(Bytes encoded, Transaction transaction) {
        assertEquals(encoded, Bytes.wrap(Perunio.encode(Optional.of(transaction))));
        assertEquals(Optional.of(transaction), perunio.transaction(encoded));
    }

    private static void assertAccepted(String library, Runnable make) {
        if (library.equals("ok")) {
            make.run();
        } else {
            assertThrows(MalformedException.class, make::run);
        }
    }
}
