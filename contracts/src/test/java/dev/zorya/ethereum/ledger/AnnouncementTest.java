package dev.zorya.ethereum.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.LedgerEvent;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** New blocks are announced over a second connection; without it they are asked for (STACK.md 4.5, 4.7). */
class AnnouncementTest extends ChainTest {
    private Gate socket;

    @BeforeEach
    void openSocket() throws Exception {
        socket = closing(Gate.to(anvil.webSocket()));
    }

    private EthereumConfig announced(Duration poll) {
        return deployment.practice(anvil.http(), socket.uri("ws")).withPoll(poll);
    }

    @Test
    void anAnnouncedBlockIsReadAtOnce() throws Exception {
        // so rare that only an announcement explains a fast answer
        EthereumLedger alices = ledger(alice, announced(Duration.ofMinutes(5)));
        EthereumLedger bobs = ledger(bob);
        TestChannel channel = channel(0, 7);
        watch(alices, channel, alice);
        Until.isTrue("subscribed", () -> alices.health().announced());
        awaitHeld(alice, single(0, 0));
        long before = System.nanoTime();
        bobs.submit(channel.deposit(0, 1));
        awaitHeld(alice, single(0, 7));
        assertTrue(System.nanoTime() - before < 4_000_000_000L, "earlier than the look that is made anyway");
    }

    @Test
    void withoutTheConnectionBlocksAreStillSeenAndItComesBack() throws Exception {
        EthereumLedger alices = ledger(alice, announced(Duration.ofMillis(50)));
        EthereumLedger bobs = ledger(bob);
        List<ChainHealth> seen = new CopyOnWriteArrayList<>();
        closing(alices.onHealth(seen::add));
        TestChannel channel = channel(3, 7);
        watch(alices, channel, alice);
        Until.isTrue("subscribed", () -> alices.health().announced());

        socket.shut();
        Until.isTrue("polling", () -> !alices.health().announced());
        assertTrue(alices.health().connected());
        bobs.submit(channel.deposit(0, 1));
        awaitHeld(alice, single(0, 7));

        socket.open(anvil.webSocket());
        Until.isTrue("subscribed again", () -> alices.health().announced());
        alices.submit(channel.deposit(0, 0));
        awaitHeld(alice, single(3, 7));
        assertEquals(2, socket.accepted());
        assertTrue(
                seen.size() >= 4
                        && seen.stream().allMatch(health -> health.sentence().isEmpty()),
                seen.toString());
    }

    /** A peer that takes the connection and never says anything does not count as an announcer. */
    @Test
    void aSilentPeerIsNotBelieved() throws Exception {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var uri = URI.create("ws://127.0.0.1:" + silent.getLocalPort());
            EthereumLedger alices =
                    ledger(alice, deployment.practice(anvil.http(), uri).withPoll(Duration.ofMillis(50)));
            TestChannel channel = channel(3, 0);
            watch(alices, channel, alice);
            alices.submit(channel.deposit(0, 0));
            awaitHeld(alice, single(3, 0));
            assertTrue(!alices.health().announced());
        }
    }

    /** What is quiet costs one request a block, however much of it there is. */
    @Test
    void quietChannelsAreNotReadWithEachBlock() throws Exception {
        LyingNode node = closing(LyingNode.before(anvil.http()));
        EthereumLedger alices =
                ledger(alice, deployment.practice(node.http(), null).withPoll(Duration.ofMinutes(1)));
        int channels = 60;
        List<TestChannel> all = new ArrayList<>();
        for (int i = 0; i < channels; i++) {
            TestChannel channel = channel(0, 0);
            all.add(channel);
            watch(alices, channel, alice);
        }
        Until.isTrue("all read", () -> alice.witness.all().size() == channels);
        awaitSilence(node);
        long before = node.asked("eth_call");
        anvil.control().mine(1);
        long block = anvil.control().blockNumber();
        alices.refresh(List.of(all.getFirst().id));
        Until.isTrue("block seen", () -> alices.health().head() == block);
        assertEquals(channels + 1, alice.witness.all().size(), "the one that was asked for is told again");
        assertEquals(4, node.asked("eth_call") - before, "one channel: two holdings, settled, dispute");
        assertEquals(3, node.exchanges(), "head, events, and the one channel");
    }

    /** Each channel that was added asked for a round; the last of these rounds may come after all channels were reported. */
    private static void awaitSilence(LyingNode node) throws Exception {
        do {
            node.exchanges();
            Thread.sleep(300);
        } while (node.exchanges() > 0);
    }

    /** The node keeps every event to itself; what it holds and has settled comes out within a few blocks all the same. */
    @Test
    @Tag("threat-28")
    void hiddenEventsDelayAFactAndDoNotHideIt() throws Exception {
        LyingNode node = closing(LyingNode.before(anvil.http()));
        EthereumLedger alices = through(node, alice);
        EthereumLedger bobs = ledger(bob);
        TestChannel channel = channel(0, 7);
        watch(alices, channel, alice);
        node.pretend("eth_getLogs", "[]");
        bobs.submit(channel.deposit(0, 1));
        awaitHeld(alice, single(0, 7));
        bobs.submit(channel.conclude(1, single(7, 0)));
        for (int block = 0; block < 12; block++) {
            anvil.control().mine(1);
            long head = anvil.control().blockNumber();
            Until.isTrue("head seen", () -> alices.health().head() >= head);
        }
        assertEquals(1, alice.witness.await(LedgerEvent.Concluded.class).version());
    }

    @Test
    void afterUnwatchNothingIsTold() throws Exception {
        EthereumLedger alices = ledger(alice, announced(Duration.ofMillis(50)));
        TestChannel channel = channel(3, 0);
        watch(alices, channel, alice);
        awaitHeld(alice, single(0, 0));
        alices.unwatch(channel.id);
        alices.submit(channel.deposit(0, 0));
        Until.isTrue("held", () -> held(channel, alice).signum() > 0);
        Until.isTrue("final", () -> alice.store.unfinished("1:31337").isEmpty());
        assertEquals(1, alice.witness.all().size());
    }

    /** One listener that fails does not keep the facts from the others (safety rule 5). */
    @Test
    void aFailingListenerHurtsNobodyElse() throws Exception {
        EthereumLedger alices = ledger(alice, announced(Duration.ofMillis(50)));
        TestChannel bad = channel(1, 0);
        TestChannel good = channel(3, 0);
        alices.watch(bad.id, bad.params, bad.initial, event -> {
            throw new IllegalStateException("of this test");
        });
        watch(alices, good, alice);
        alices.submit(good.deposit(0, 0));
        awaitHeld(alice, single(3, 0));
        assertTrue(alices.health().connected());
    }
}
