package dev.zorya.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The go-perun peer against itself: what fails here is no finding about Zorya. */
@Tag("slow")
@TestInstance(Lifecycle.PER_CLASS)
class GoWithGoTest {
    @TempDir
    static Path folder;

    private LiveChain chain;
    private Peer alice;
    private Peer bob;
    private JsonNode contracts;

    @BeforeAll
    void start() throws Exception {
        String program = GoProgram.path().toString();
        chain = new LiveChain();
        alice = Peer.start(
                "alice",
                CommandLine.of(List.of(program), "alice", chain, folder.resolve("alice"))
                        .words());
        bob = Peer.start(
                "bob",
                CommandLine.of(List.of(program), "bob", chain, folder.resolve("bob"))
                        .words());
        contracts = Introduction.of(chain, alice, bob);
    }

    @AfterAll
    void stop() throws Exception {
        Endings.of(alice, bob, chain);
    }

    @Test
    void paysBothWaysAndSettles() throws Exception {
        String channel = open();
        alice.ok("pay", "channel", channel, "amount", "30");
        bob.ok("pay", "channel", channel, "amount", "5");
        alice.ok("finalize", "channel", channel);
        bob.event(
                "updated",
                line -> line.path("channel").asString().equals(channel)
                        && line.path("final").asBoolean());
        var his = bob.send("settle", "channel", channel, "secondary", true);
        JsonNode hers = alice.ok("settle", "channel", channel);
        bob.succeeded(his);
        assertEquals("[[\"75\",\"125\"]]", hers.path("balances").toString());
        alice.event("withdrawn", channel);
        bob.event("withdrawn", channel);
    }

    @Test
    void rejectsAnUpdateThatTakesFromIt() throws Exception {
        String channel = open();
        JsonNode refusal = alice.refused("update", "channel", channel, "balances", List.of(List.of("150", "50")));
        assertEquals("rejected", refusal.path("kind").asString());
        assertEquals(0, bob.ok("state", "channel", channel).path("version").asLong());
    }

    @Test
    void refutesAnOldState() throws Exception {
        String channel = open();
        alice.ok("pay", "channel", channel, "amount", "30");
        alice.ok("register-old-state", "channel", channel, "version", 0);
        bob.event(
                "disputed",
                line -> line.path("channel").asString().equals(channel)
                        && line.path("version").asLong() == 1);
        chain.skip(Duration.ofSeconds(40));
        bob.ok("settle", "channel", channel);
        alice.ok("settle", "channel", channel);
        assertEquals(
                "[[\"70\",\"130\"]]",
                bob.ok("state", "channel", channel).path("balances").toString());
    }

    /** Through a third one in the middle, who has a channel with each. */
    @Test
    void opensAVirtualChannelThroughAThird() throws Exception {
        String program = GoProgram.path().toString();
        try (Peer hub = Peer.start(
                "hub",
                CommandLine.of(List.of(program), "hub", chain, folder.resolve("hub"))
                        .words())) {
            chain.fund(Introduction.address(hub));
            hub.ok("contracts", "contracts", contracts);
            Introduction.meet(alice, hub);
            Introduction.meet(bob, hub);
            String alices = open(alice, hub);
            String bobs = open(bob, hub);
            JsonNode virtual = alice.ok(
                    "propose-virtual",
                    "peer",
                    "bob",
                    "parents",
                    List.of(alices, bobs),
                    "balances",
                    List.of(List.of("20", "10")),
                    "challenge",
                    30);
            String channel = virtual.path("channel").asString();
            assertEquals("virtual", virtual.path("kind").asString());
            bob.event("funded", channel);
            alice.ok("pay", "channel", channel, "amount", "5");
            bob.ok("pay", "channel", channel, "amount", "1");
            alice.ok("finalize", "channel", channel);
            bob.event(
                    "updated",
                    line -> line.path("channel").asString().equals(channel)
                            && line.path("final").asBoolean());
            var his = bob.send("settle", "channel", channel);
            alice.ok("settle", "channel", channel);
            bob.succeeded(his);
            assertEquals("[[\"96\",\"104\"]]", balances(alice, alices));
            assertEquals("[[\"104\",\"96\"]]", balances(bob, bobs));
        }
    }

    private static String balances(Peer peer, String channel) throws InterruptedException {
        return peer.ok("state", "channel", channel).path("balances").toString();
    }

    @Test
    void refusesWhatItDoesNotKnow() throws Exception {
        assertTrue(alice.refused("sing").path("error").asString().contains("unknown command"));
        assertFalse(alice.refused("state", "channel", "00").path("ok").asBoolean());
        assertEquals(2, contracts.path("assets").size());
    }

    private String open() throws Exception {
        return open(alice, bob);
    }

    private static String open(Peer proposer, Peer responder) throws Exception {
        String channel = proposer.ok(
                        "propose",
                        "peer",
                        responder.name(),
                        "balances",
                        List.of(List.of("100", "100")),
                        "challenge",
                        30)
                .path("channel")
                .asString();
        responder.event("funded", channel);
        return channel;
    }
}
