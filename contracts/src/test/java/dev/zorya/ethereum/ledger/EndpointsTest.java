package dev.zorya.ethereum.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.LedgerEvent.Registered;
import dev.zorya.channel.port.LedgerEvent.Stuck;
import dev.zorya.channel.port.LedgerException.Reason;
import dev.zorya.ethereum.anvil.Anvil;
import dev.zorya.ethereum.anvil.AnvilOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several nodes of one chain, of which some lag, lie, belong elsewhere or have had enough. */
@Tag("threat-28")
class EndpointsTest extends ChainTest {
    private LyingNode liar;
    private TestChannel channel;

    @BeforeEach
    void openNode() throws Exception {
        liar = closing(LyingNode.before(anvil.http()));
        channel = channel(0, 0);
    }

    /** Asks the liar first, and these as well. */
    private EthereumConfig with(URI... further) {
        return deployment
                .practice(liar.http(), null)
                .withPoll(Duration.ofMillis(20))
                .withFurther(List.of(further));
    }

    private void cheat() throws Exception {
        EthereumLedger bobs = ledger(bob);
        bobs.submit(channel.register(0, single(0, 0)));
        awaitVersion(channel, 0);
    }

    @Test
    void aNodeThatLagsBehindHidesNothing() throws Exception {
        EthereumLedger alices = ledger(alice, with(anvil.http()));
        watch(alices, channel, alice);
        awaitHeld(alice, single(0, 0));
        liar.pretend(
                "eth_getBlockByNumber",
                anvil.control().request("eth_getBlockByNumber", "latest", false).toString());
        cheat();
        assertEquals(0, alice.witness.await(Registered.class).version());
        alices.submit(channel.register(5, single(0, 0)));
        awaitVersion(channel, 5);
        assertEquals(List.of(), alice.witness.all(Stuck.class));
    }

    /** It knows every block and says that nothing is in them. */
    @Test
    void aNodeThatHidesARegistrationIsNotTheOnlyOneThatIsAsked() throws Exception {
        EthereumLedger alices = ledger(alice, with(anvil.http()));
        watch(alices, channel, alice);
        awaitHeld(alice, single(0, 0));
        liar.pretend("eth_call", "\"0x" + "00".repeat(192) + "\"");
        liar.pretend("eth_getLogs", "[]");
        cheat();
        for (int block = 0; block < 12; block++) {
            anvil.control().mine(1);
            long head = anvil.control().blockNumber();
            Until.isTrue("head seen", () -> alices.health().head() >= head);
        }
        assertEquals(0, alice.witness.await(Registered.class).version());
    }

    /** The only node that answers keeps the transaction to itself and says thank you. */
    @Test
    @Tag("threat-25")
    void allNodesGetTheTransactions() throws Exception {
        EthereumLedger alices = ledger(alice, with(anvil.http()));
        watch(alices, channel, alice);
        awaitHeld(alice, single(0, 0));
        liar.pretend("eth_sendRawTransaction", "\"0x" + "11".repeat(32) + "\"");
        alices.submit(channel.register(3, single(0, 0)));
        awaitVersion(channel, 3);
        assertEquals(1, liar.asked("eth_sendRawTransaction"));
    }

    @Test
    void aNodeOfAnotherChainIsIgnoredAndReported() throws Exception {
        Anvil elsewhere =
                closing(Anvil.start(AnvilOptions.practice().withChainId(99).withDevAccounts(1)));
        elsewhere.control().mine(50);
        EthereumLedger alices = ledger(alice, with(elsewhere.http()));
        watch(alices, channel, alice);
        awaitHeld(alice, single(0, 0));
        Until.isTrue("connected", () -> alices.health().connected());
        ChainHealth health = alices.health();
        assertTrue(health.connected() && health.sentence().isEmpty(), health.toString());
        assertTrue(health.head() < 50, "not the head of the other chain");
        assertEquals(
                List.of(elsewhere.http().getAuthority()
                        + ": The node belongs to chain 99 instead of chain 31337. Nothing was sent. "
                        + "Check the node's address in the settings."),
                health.ignored());
    }

    @Test
    @Tag("threat-34")
    void whenTheFirstNodeGoesAwayTheOtherOneDoesAndItIsWelcomeBack() throws Exception {
        Gate gate = closing(Gate.to(anvil.http()));
        EthereumLedger alices = ledger(
                alice,
                deployment
                        .practice(gate.uri("http"), null)
                        .withPoll(Duration.ofMillis(20))
                        .withFurther(List.of(anvil.http())));
        watch(alices, channel, alice);
        awaitHeld(alice, single(0, 0));
        gate.shut();
        cheat();
        assertEquals(0, alice.witness.await(Registered.class).version());
        Until.isTrue("named", () -> alices.health().ignored().size() == 1);
        assertTrue(alices.health().connected());
        assertTrue(alices.health().ignored().getFirst().startsWith("The chain does not answer at"));
        gate.open(anvil.http());
        Until.isTrue("back", () -> alices.health().ignored().isEmpty());
        assertEquals(List.of(), alice.witness.all(Stuck.class), "there was always one that answered");
    }

    /** The person adds a node and takes it away again while the wallet is open. */
    @Test
    void furtherNodesComeAndGoWhileItRuns() throws Exception {
        Gate gate = closing(Gate.to(anvil.http()));
        EthereumLedger alices =
                ledger(alice, deployment.practice(gate.uri("http"), null).withPoll(Duration.ofMillis(20)));
        watch(alices, channel, alice);
        awaitHeld(alice, single(0, 0));
        alices.further(List.of(anvil.http()));
        Until.isTrue("two nodes", () -> alices.health().nodes().size() == 2);
        gate.shut();
        cheat();
        assertEquals(0, alice.witness.await(Registered.class).version());
        Until.isTrue(
                "the other one is used", () -> alices.health().nodes().getLast().used());
        NodeHealth first = alices.health().nodes().getFirst();
        assertTrue(first.sentence().startsWith("The chain does not answer at"), first.sentence());
        assertEquals(anvil.http(), alices.health().nodes().getLast().uri());
        assertEquals(
                anvil.control().blockNumber(), alices.health().nodes().getLast().head());
        gate.open(anvil.http());
        alices.further(List.of());
        Until.isTrue("one node", () -> alices.health().nodes().size() == 1);
        alices.submit(channel.register(5, single(0, 0)));
        awaitVersion(channel, 5);
        assertEquals(List.of(), alice.witness.all(Stuck.class));
    }

    /** A block from next year would never be reached by the others; the one who says so is not followed. */
    @Test
    void aBlockFromTheFutureIsNotBelievedWhileAnotherNodeKnowsBetter() throws Exception {
        EthereumLedger alices = ledger(alice, with(anvil.http()));
        watch(alices, channel, alice);
        awaitHeld(alice, single(0, 0));
        liar.pretend(
                "eth_getBlockByNumber",
                "{\"number\":\"0xffffff\",\"hash\":\"0x" + "22".repeat(32) + "\",\"timestamp\":\"0xffffffff\"}");
        cheat();
        assertEquals(0, alice.witness.await(Registered.class).version());
        assertEquals(anvil.control().blockNumber(), alices.health().head());
    }

    @Test
    void aProviderThatHasHadEnoughIsGivenAPauseAndNobodyIsBothered() throws Exception {
        EthereumLedger alices = ledger(alice, with());
        watch(alices, channel, alice);
        awaitHeld(alice, single(0, 0));
        liar.turnAway(3);
        liar.refuse("eth_estimateGas", "daily request count exceeded, request rate limited");
        alices.submit(channel.register(3, single(0, 0)));
        Thread.sleep(700);
        assertTrue(liar.asked("eth_estimateGas") < 5, "asked less and less often");
        liar.beHonest("eth_estimateGas");
        awaitVersion(channel, 3);
        assertEquals(List.of(), alice.witness.all(Stuck.class), "nothing was wrong with the transaction");
        assertEquals("", alices.health().sentence());
    }

    /** Refusals of the chain itself are still told. */
    @Test
    void aRefusalThatIsNoLimitIsTold() throws Exception {
        EthereumLedger alices = ledger(alice, with());
        watch(alices, channel, alice);
        liar.refuse("eth_estimateGas", "execution reverted");
        alices.submit(channel.register(3, single(0, 0)));
        assertEquals(Reason.REVERTED, alice.witness.await(Stuck.class).reason());
    }
}
