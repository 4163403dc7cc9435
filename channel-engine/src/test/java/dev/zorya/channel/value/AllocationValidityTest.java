package dev.zorya.channel.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zorya.channel.vectors.MachineVectors;
import dev.zorya.channel.vectors.Vectors;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Every row of allocationValidity in machine.json. What the library accepts and no contract could conclude (index maps out of
 * range, the same entry twice, amounts over 256 bits) can be made as a value; the core refuses it before anybody signs.
 */
class AllocationValidityTest {
    private static final Asset ASSET = new Asset(9, Bytes.EMPTY);
    private static final Balances ONE = Balances.single(BigInteger.ONE);

    @TestFactory
    @Tag("threat-16")
    Stream<DynamicTest> rows() {
        return Vectors.each(MachineVectors.allocationValidity(), row -> {
            String name = Vectors.text(row, "name");
            if (Vectors.text(row, "result").equals("ok")) {
                Allocation made = make(name);
                assertEquals(made.assets().size(), made.sums().size());
            } else {
                assertThrows(MalformedException.class, () -> make(name));
            }
        });
    }

    private static Allocation make(String name) {
        BigInteger one = BigInteger.ONE;
        return switch (name) {
            case "no assets" -> new Allocation(List.of(), new Balances(List.of()), List.of());
            case "one asset, one participant" -> with(ONE);
            case "rows of different length" ->
                new Allocation(
                        List.of(ASSET, ASSET), new Balances(List.of(List.of(one), List.of(one, one))), List.of());
            case "negative" -> with(Balances.single(one.negate()));
            case "sub-allocation with too few balances" -> locked(new SubAllocation(id(), List.of(), List.of()));
            case "negative sub-allocation" -> locked(new SubAllocation(id(), List.of(one.negate()), List.of()));
            case "index map longer than the participants" ->
                locked(new SubAllocation(id(), List.of(one), List.of(0, 1, 2)));
            case "same sub-allocation twice" -> locked(sub(), sub());
            case "balance over 2^256" -> with(Balances.single(one.shiftLeft(256)));
            case "1024 assets" -> assets(1024);
            case "1025 assets" -> assets(1025);
            case "1024 sub-allocations" -> new Allocation(List.of(ASSET), ONE, Collections.nCopies(1024, sub()));
            case "1025 sub-allocations" -> new Allocation(List.of(ASSET), ONE, Collections.nCopies(1025, sub()));
            default -> throw new AssertionError("row without an expectation");
        };
    }

    private static Allocation with(Balances balances) {
        return new Allocation(List.of(ASSET), balances, List.of());
    }

    private static Allocation locked(SubAllocation... subs) {
        return new Allocation(List.of(ASSET), ONE, List.of(subs));
    }

    private static Allocation assets(int count) {
        return new Allocation(
                Collections.nCopies(count, ASSET),
                new Balances(Collections.nCopies(count, List.of(BigInteger.ONE))),
                List.of());
    }

    private static SubAllocation sub() {
        return new SubAllocation(id(), List.of(BigInteger.ONE), List.of());
    }

    private static ChannelId id() {
        return new ChannelId(Bytes.zero(32));
    }
}
