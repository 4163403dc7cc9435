package dev.zorya.ethereum.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.LedgerEvent.Registered;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.State;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How registrations are seen: at once, for each channel of a tree, with their state, and not at all if they are taken back. */
class RegistrationTest extends ChainTest {
    /** As often as a search is tried. */
    private static final int SEARCHES = 5;

    private final Party carol = new Party("carol");

    /** The clock of a refutation runs from the block on: waiting for its finality would be waiting for nothing. */
    @Test
    void aRegistrationIsSeenInTheNewestBlockAndItsConclusionWhenItIsFinal() throws Exception {
        EthereumLedger alices = ledger(alice, config().withFinalityDepth(5));
        EthereumLedger bobs = ledger(bob);
        TestChannel channel = channel(0, 0);
        anvil.control().mine(5);
        watch(alices, channel, alice);
        awaitHeld(alice, single(0, 0));
        State state = channel.state(3, single(0, 0));
        bobs.submit(new Intent.Register(channel.signed(state), List.of()));
        Registered seen = alice.witness.await(Registered.class);
        assertEquals(anvil.control().blockNumber(), seen.block());
        assertEquals(anvil.control().blockTime(), seen.time().getEpochSecond());
        assertEquals(seen.time().plusSeconds(60), seen.timeout());
        assertEquals(LedgerEvent.Stage.DISPUTE, seen.stage());
        assertEquals(state, seen.state());

        anvil.control().increaseTime(Duration.ofSeconds(60));
        bobs.submit(new Intent.Conclude(channel.params, state, List.of()));
        Until.isTrue("concluded", () -> dispute(channel).phase() == Phases.CONCLUDED);
        long block = anvil.control().blockNumber();
        anvil.control().mine(3);
        Until.isTrue("head seen", () -> alices.health().head() == block + 3);
        assertEquals(List.of(), alice.witness.all(LedgerEvent.Concluded.class), "one block is missing");
        anvil.control().mine(1);
        assertEquals(3, alice.witness.await(LedgerEvent.Concluded.class).version());
        assertEquals(1, alice.witness.all(Registered.class).size(), "said once");
    }

    @Test
    @Tag("threat-29")
    void aRegistrationThatIsTakenBackIsTold() throws Exception {
        EthereumLedger alices = ledger(alice, config().withFinalityDepth(3));
        EthereumLedger bobs = ledger(bob);
        TestChannel channel = channel(0, 0);
        anvil.control().mine(3);
        watch(alices, channel, alice);
        awaitHeld(alice, single(0, 0));
        String before = anvil.control().snapshot();
        bobs.submit(channel.register(3, single(0, 0)));
        Registered first = alice.witness.await(Registered.class);
        bobs.close();
        anvil.control().revert(before);
        anvil.control().mine(1);
        Until.isTrue("told", () -> alice.witness.all(LedgerEvent.Holdings.class).size() == 2);
        assertEquals(
                List.of(LedgerEvent.Holdings.class, Registered.class, LedgerEvent.Holdings.class),
                alice.witness.all().stream().map(Object::getClass).toList());

        anvil.control().increaseTime(Duration.ofSeconds(100));
        EthereumLedger again = ledger(carol(), config());
        again.submit(channel.register(3, single(0, 0)));
        Registered second =
                alice.witness.await(Registered.class, event -> !event.timeout().equals(first.timeout()));
        assertTrue(second.timeout().isAfter(first.timeout()), "the time runs anew");
        assertEquals(first.stateHash(), second.stateHash());
    }

    /** Behind one address there are often many nodes, and the next answer comes from one that is a block behind. */
    @Test
    @Tag("threat-28")
    void aNodeThatDoesNotKnowTheBlockYetTakesNothingBack() throws Exception {
        LyingNode node = closing(LyingNode.before(anvil.http()));
        EthereumLedger alices = through(node, alice);
        EthereumLedger bobs = ledger(bob);
        TestChannel channel = channel(0, 0);
        watch(alices, channel, alice);
        awaitHeld(alice, single(0, 0));
        String before =
                anvil.control().request("eth_getBlockByNumber", "latest", false).toString();
        long older = anvil.control().blockNumber();
        bobs.submit(channel.register(3, single(0, 0)));
        alice.witness.await(Registered.class);
        node.pretend("eth_getBlockByNumber", before);
        Until.isTrue("behind", () -> alices.health().head() == older);
        node.beHonest("eth_getBlockByNumber");
        Until.isTrue("caught up", () -> alices.health().head() > older);
        assertEquals(
                List.of(LedgerEvent.Holdings.class, Registered.class),
                alice.witness.all().stream().map(Object::getClass).toList());
    }

    /** Of what is inside another channel there is no money to report, only how it stands before the judge. */
    @Test
    void eachChannelOfATreeIsReportedWithItsState() throws Exception {
        EthereumLedger alices = ledger(alice);
        EthereumLedger bobs = ledger(bob);
        TestChannel root = channel(60, 40);
        TestChannel child = channel(20, 20).asSub();
        watch(alices, root, alice);
        watch(alices, child, carol);
        alices.submit(root.deposit(0, 0));
        bobs.submit(root.deposit(0, 1));
        awaitHeld(alice, single(60, 40));
        State rootState = root.state(2, single(40, 20), child.lock());
        State childState = child.state(5, single(30, 10));
        bobs.submit(new Intent.Register(root.signed(rootState), List.of(child.signed(childState))));
        Registered rootSeen = alice.witness.await(Registered.class);
        Registered childSeen = carol.witness.await(Registered.class);
        assertEquals(2, rootSeen.version());
        assertEquals(5, childSeen.version());
        assertEquals(childState, childSeen.state());
        State found = Objects.requireNonNull(rootSeen.state());
        assertEquals(rootState.balances(), found.balances());
        assertEquals(child.id, found.allocation().locked().getFirst().id());
        assertEquals(List.of(0, 1), found.allocation().locked().getFirst().indexMap(), "as the chain has it");

        anvil.control().increaseTime(Duration.ofSeconds(60));
        alices.submit(new Intent.Conclude(root.params, rootState, List.of(childState)));
        assertEquals(2, alice.witness.await(LedgerEvent.Concluded.class).version());
        assertEquals(5, carol.witness.await(LedgerEvent.Concluded.class).version());
        assertEquals(
                List.of(Registered.class, LedgerEvent.Concluded.class),
                carol.witness.all().stream().map(Object::getClass).toList());
    }

    /**
     * Alice comes back 400 blocks later: what happened meanwhile is searched for, in as small steps as the provider wants, and
     * holds nothing up.
     */
    @Test
    @Tag("threat-34")
    void aRegistrationThatNobodySawIsFoundWithItsState() throws Exception {
        EthereumLedger bobs = ledger(bob);
        TestChannel channel = channel(0, 0).lasting(100_000);
        State state = channel.state(8, single(0, 0));
        bobs.submit(new Intent.Register(channel.signed(state), List.of()));
        awaitVersion(channel, 8);
        anvil.control().mine(400);
        LyingNode node = closing(LyingNode.before(anvil.http()));
        node.limitRanges(150);
        EthereumLedger alices = through(node, alice);
        watch(alices, channel, alice);
        Registered without = alice.witness.await(Registered.class);
        assertNull(without.state());
        Registered with = alice.witness.await(Registered.class, event -> event.state() != null);
        assertEquals(state, with.state());
        assertEquals(without.timeout(), with.timeout());
        assertEquals(8, node.asked("eth_getLogs"), "2,000, 1,000, 500, 250, and four times 125 blocks");
    }

    /** What the node says about contracts may be newer than the events that it knows: the state follows when they do. */
    @Test
    @Tag("threat-28")
    void aStateWhoseEventComesLateIsToldLate() throws Exception {
        LyingNode node = closing(LyingNode.before(anvil.http()));
        EthereumLedger alices = through(node, alice);
        EthereumLedger bobs = ledger(bob);
        TestChannel channel = channel(0, 0);
        watch(alices, channel, alice);
        awaitHeld(alice, single(0, 0));
        bobs.submit(channel.register(1, single(0, 0)));
        assertNotNull(alice.witness.await(Registered.class).state());
        node.pretend("eth_getLogs", logs(channel));
        State state = channel.state(3, single(0, 0));
        bobs.submit(new Intent.Register(channel.signed(state), List.of()));
        assertNull(alice.witness
                .await(Registered.class, event -> event.version() == 3)
                .state());
        node.beHonest("eth_getLogs");
        Registered late = alice.witness.await(Registered.class, event -> event.version() == 3 && event.state() != null);
        assertEquals(state, late.state());
        assertEquals(3, alice.witness.all(Registered.class).size(), "said once more, and no more");
    }

    /** However well a registration was hidden, whoever concludes has to show the state. */
    @Test
    @Tag("threat-28")
    void aConclusionShowsWhatTheRegistrationDidNot() throws Exception {
        LyingNode node = closing(LyingNode.before(anvil.http()));
        EthereumLedger alices = through(node, alice);
        EthereumLedger bobs = ledger(bob);
        TestChannel channel = channel(0, 0);
        watch(alices, channel, alice);
        awaitHeld(alice, single(0, 0));
        node.pretend("eth_getTransactionByHash", "{}");
        State state = channel.state(3, single(0, 0));
        bobs.submit(new Intent.Register(channel.signed(state), List.of()));
        assertNull(alice.witness.await(Registered.class).state());
        Until.isTrue("given up", () -> node.asked("eth_getTransactionByHash") == 1 + SEARCHES);
        node.beHonest("eth_getTransactionByHash");
        anvil.control().increaseTime(Duration.ofSeconds(60));
        bobs.submit(new Intent.Conclude(channel.params, state, List.of()));
        LedgerEvent.Concluded end = alice.witness.await(LedgerEvent.Concluded.class, event -> event.state() != null);
        assertEquals(3, end.version());
        assertEquals(state, end.state());
        assertEquals(2 + SEARCHES, node.asked("eth_getTransactionByHash"));
    }

    /** Alice comes back when all is over: what the outcome is costs nothing to wait for, what it was is searched for. */
    @Test
    @Tag("threat-34")
    void theOutcomeOfADisputeThatNobodySawIsFound() throws Exception {
        EthereumLedger bobs = ledger(bob);
        TestChannel channel = channel(0, 0);
        State state = channel.state(8, single(0, 0));
        bobs.submit(new Intent.Register(channel.signed(state), List.of()));
        awaitVersion(channel, 8);
        anvil.control().increaseTime(Duration.ofSeconds(60));
        bobs.submit(new Intent.Conclude(channel.params, state, List.of()));
        Until.isTrue("concluded", () -> dispute(channel).phase() == Phases.CONCLUDED);
        anvil.control().mine(300);
        EthereumLedger alices = ledger(alice);
        watch(alices, channel, alice);
        assertNull(alice.witness.await(LedgerEvent.Concluded.class).state(), "at once");
        LedgerEvent.Concluded found = alice.witness.await(LedgerEvent.Concluded.class, event -> event.state() != null);
        assertEquals(state, found.state());
        assertEquals(List.of(), alice.witness.all(Registered.class));
    }

    /** What the node says of the channel so far. */
    private String logs(TestChannel channel) throws Exception {
        return anvil.control()
                .request("eth_getLogs", Map.of("fromBlock", "0x0", "topics", Arrays.asList(null, "0x" + channel.id)))
                .toString();
    }

    /** A chain's node may give any transaction for the one that was asked for: only the judge's hash makes it the state. */
    @Test
    @Tag("threat-28")
    void calldataThatIsNotWhatIsRegisteredIsNotBelieved() throws Exception {
        LyingNode node = closing(LyingNode.before(anvil.http()));
        EthereumLedger alices = through(node, alice);
        EthereumLedger bobs = ledger(bob);
        TestChannel other = channel(0, 0);
        TestChannel channel = channel(0, 0);
        watch(alices, channel, alice);
        awaitHeld(alice, single(0, 0));
        bobs.submit(other.register(8, single(0, 0)));
        awaitVersion(other, 8);
        String hash = stored(bob, other.register(8, single(0, 0)).key())
                .hashes()
                .getLast()
                .hex();
        node.pretend(
                "eth_getTransactionByHash",
                anvil.control().request("eth_getTransactionByHash", "0x" + hash).toString());
        bobs.submit(channel.register(1, single(0, 0)));
        Registered seen = alice.witness.await(Registered.class);
        assertEquals(1, seen.version());
        assertNull(seen.state());
    }

    private Party carol() throws Exception {
        anvil.control().setBalance(carol.text(), FORTUNE);
        return carol;
    }

    /** Balances of another shape would not be the same channel. */
    @Test
    void statesOfSeveralAssetsAreReadAsTheyWere() throws Exception {
        EthereumLedger alices = ledger(alice);
        Balances rows = new Balances(List.of(row(0, 0), row(0, 0)));
        TestChannel channel = new TestChannel(List.of(alice, bob), List.of(ether(), token()), rows);
        watch(alices, channel, alice);
        State state = channel.state(3, rows);
        alices.submit(new Intent.Register(channel.signed(state), List.of()));
        assertEquals(state, alice.witness.await(Registered.class).state());
    }
}
