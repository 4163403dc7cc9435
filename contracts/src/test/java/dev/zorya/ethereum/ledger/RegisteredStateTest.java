package dev.zorya.ethereum.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.ethereum.AdjudicatorCalls;
import dev.zorya.channel.ethereum.EthereumAsset;
import dev.zorya.channel.ethereum.EthereumEncoding;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.SubAllocation;
import dev.zorya.channel.value.Transaction;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is read back from calldata is what was written, and calldata of strangers does no harm. */
class RegisteredStateTest {
    private static final Asset ETHER = new EthereumAsset(BigInteger.valueOf(31337), Bytes.zero(20)).toAsset();
    private static final Asset ELSEWHERE = new Asset(6, Bytes.of((byte) 1, (byte) 2, (byte) 3));
    private static final App GAME = new App.Contract(Bytes.fromHex("00112233445566778899aabbccddeeff00112233"));

    private final List<Party> parties = List.of(new Party("alice"), new Party("bob"));
    private final TestChannel root =
            new TestChannel(parties, List.of(ETHER), new Balances(List.of(List.of(BigInteger.TEN, BigInteger.TWO))));
    private final TestChannel child = root.asSub();

    private Bytes registration(State rootState, State childState) {
        return AdjudicatorCalls.register(root.signed(rootState), List.of(child.signed(childState)));
    }

    @Test
    void theRootAndEachChannelInsideItAreFoundByTheirHash() {
        State rootState = root.state(
                7,
                Balances.single(BigInteger.ONE, BigInteger.TWO.pow(255)),
                new SubAllocation(child.id, List.of(BigInteger.TEN), List.of(1, 0)));
        State childState = child.state(-1, Balances.single(BigInteger.ZERO, BigInteger.TEN));
        Bytes calldata = registration(rootState, childState);
        assertEquals(Optional.of(rootState), find(calldata, rootState));
        assertEquals(Optional.of(childState), find(calldata, childState), "the highest version there is");
        assertEquals(Optional.empty(), find(calldata, child.state(8, childState.balances())));
    }

    @Test
    void assetsOfOtherLedgersDataAndFinalStatesAreRead() {
        Allocation allocation = new Allocation(
                List.of(ELSEWHERE, ETHER),
                new Balances(
                        List.of(List.of(BigInteger.TWO, BigInteger.ONE), List.of(BigInteger.ZERO, BigInteger.TEN))),
                List.of());
        Bytes data = Bytes.wrap("forty bytes of data for an app, or more.".getBytes(StandardCharsets.US_ASCII));
        State state = new State(root.id, 3, allocation, true, GAME, data);
        State next = new State(root.id, 4, allocation, false, GAME, data);
        Bytes registration = AdjudicatorCalls.register(root.signed(state), List.of());
        assertEquals(Optional.of(state), RegisteredState.in(registration, EthereumEncoding.stateHash(state), GAME));
        Bytes progress = AdjudicatorCalls.progress(root.params, state, next, 1, root.sign(1, next));
        assertEquals(Optional.of(next), RegisteredState.in(progress, EthereumEncoding.stateHash(next), GAME));
        assertEquals(
                Optional.empty(),
                RegisteredState.in(progress, EthereumEncoding.stateHash(state), GAME),
                "the old state is not what a move registers");
    }

    @Test
    void theSignaturesBesideAStateAreRead() {
        State rootState = root.state(
                7,
                Balances.single(BigInteger.ONE, BigInteger.TWO),
                new SubAllocation(child.id, List.of(BigInteger.TEN), List.of(0, 1)));
        State childState = child.state(3, Balances.single(BigInteger.ZERO, BigInteger.TEN));
        Bytes calldata = registration(rootState, childState);
        assertEquals(
                Optional.of(root.signed(rootState).transaction()),
                RegisteredState.signed(calldata, root.id, 7, App.NONE));
        assertEquals(
                Optional.of(child.signed(childState).transaction()),
                RegisteredState.signed(calldata, child.id, 3, App.NONE));
        assertEquals(Optional.empty(), RegisteredState.signed(calldata, child.id, 4, App.NONE));
        assertEquals(Optional.empty(), RegisteredState.signed(Bytes.fromHex("e9aa7e02"), root.id, 7, App.NONE));
        Bytes conclusion = AdjudicatorCalls.conclude(root.params, rootState, List.of(childState));
        assertEquals(Optional.empty(), RegisteredState.signed(conclusion, root.id, 7, App.NONE));
    }

    /** Whoever ends a channel has to show its state, too. */
    @Test
    void conclusionsShowTheState() {
        State rootState = root.state(
                7,
                Balances.single(BigInteger.ONE, BigInteger.TWO),
                new SubAllocation(child.id, List.of(BigInteger.TEN), List.of(0, 1)));
        State childState = child.state(3, Balances.single(BigInteger.ZERO, BigInteger.TEN));
        Bytes conclusion = AdjudicatorCalls.conclude(root.params, rootState, List.of(childState));
        assertEquals(Optional.of(rootState), find(conclusion, rootState));
        assertEquals(Optional.of(childState), find(conclusion, childState));
        State last = root.state(9, Balances.single(BigInteger.ONE, BigInteger.TWO));
        Transaction signed = root.signed(last).transaction();
        for (Bytes end : List.of(
                AdjudicatorCalls.concludeFinal(root.params, signed),
                AdjudicatorCalls.concludeFinalAndPay(root.params, signed))) {
            assertEquals(Optional.of(last), find(end, last));
            assertEquals(Optional.empty(), find(end, rootState));
        }
    }

    @Test
    void otherCallsHoldNothing() {
        State state = root.state(1, Balances.single(BigInteger.ONE, BigInteger.ONE));
        assertEquals(Optional.empty(), find(AdjudicatorCalls.hashState(state), state));
        assertEquals(Optional.empty(), find(Bytes.EMPTY, state));
        assertEquals(Optional.empty(), find(Bytes.fromHex("e9aa7e02"), state));
    }

    /** Whatever a byte is changed to, it is the same state or none: never another one, never an error. */
    @Test
    @Tag("threat-28")
    void changedCalldataIsNeverAnotherState() {
        State state = root.state(
                7,
                Balances.single(BigInteger.ONE, BigInteger.TWO),
                new SubAllocation(child.id, child.initial.sums(), List.of(0, 1)));
        byte[] calldata = registration(state, child.state(1, Balances.single(BigInteger.TEN, BigInteger.TWO)))
                .toArray();
        Random random = new Random(5);
        int found = 0;
        for (int round = 0; round < 4_000; round++) {
            byte[] changed = calldata.clone();
            for (int change = 0; change <= round % 3; change++) {
                changed[4 + random.nextInt(changed.length - 4)] = (byte) random.nextInt(256);
            }
            Optional<State> read = find(Bytes.wrap(changed), state);
            assertTrue(read.isEmpty() || read.get().equals(state));
            found += read.isPresent() ? 1 : 0;
        }
        assertTrue(found > 0 && found < 4_000, "some changes matter, some do not: " + found);
    }

    /** Many offsets to one place: 128 KiB would unfold to millions of numbers. */
    @Test
    @Tag("threat-28")
    void calldataThatUnfoldsIsGivenUp() {
        int words = 4_096;
        byte[] bomb = new byte[4 + 32 * words];
        Bytes.fromHex("e9aa7e02").copyTo(bomb, 0);
        State state = root.state(7, Balances.single(BigInteger.ONE, BigInteger.TWO));
        for (int word = 0; word < words; word++) {
            // each word is a length of 2,048 and an offset into the middle
            bomb[4 + 32 * word + 30] = 8;
        }
        long before = System.nanoTime();
        assertEquals(Optional.empty(), find(Bytes.wrap(bomb), state));
        assertTrue(System.nanoTime() - before < 1_000_000_000L);
    }

    private static Optional<State> find(Bytes calldata, State state) {
        return RegisteredState.in(calldata, EthereumEncoding.stateHash(state), App.NONE);
    }
}
