package dev.zorya.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/**
 * A scenario's view of a table: who proposes channels, and the steps that many scenarios take.
 *
 * @param proposes has index 0 in the channels
 */
record Scene(Table table, Side proposes) {
    /** In seconds; no test waits for it. */
    static final int CHALLENGE = 60;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    Peer proposer() {
        return table.of(proposes);
    }

    Peer responder() {
        return table.of(proposes.other());
    }

    Peer zorya() {
        return table.of(Side.ZORYA);
    }

    Peer go() {
        return table.of(Side.GO);
    }

    /** A funded channel of ether with 100 for each. */
    String open() throws InterruptedException {
        return open(List.of("eth"), List.of(List.of("100", "100")));
    }

    /** A funded channel. */
    String open(List<String> assets, List<List<String>> balances) throws InterruptedException {
        return funded(proposer()
                .ok(
                        "propose",
                        "peer",
                        responder().name(),
                        "assets",
                        assets,
                        "balances",
                        balances,
                        "challenge",
                        CHALLENGE));
    }

    /** Waits until both say that the channel which a command opened is funded. */
    String funded(JsonNode opened) throws InterruptedException {
        String channel = opened.path("channel").asString();
        responder().event("funded", channel);
        return channel;
    }

    /** A payment, done when its sender says so. */
    void pay(Peer from, String channel, int amount) throws InterruptedException {
        from.ok("pay", "channel", channel, "amount", Integer.toString(amount));
    }

    /** A payment at a time when the other side may be in the middle of an update of its own, and says so; then it is tried again. */
    void payWhenFree(Peer from, String channel, int amount) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode result = from.result("pay", "channel", channel, "amount", Integer.toString(amount));
        while (result.path("error").asString("").contains("busy") && System.nanoTime() < end) {
            Thread.sleep(100);
            result = from.result("pay", "channel", channel, "amount", Integer.toString(amount));
        }
        assertTrue(result.path("ok").asBoolean(), result::toString);
    }

    /** Both hold this version with these balances; they may still be about to. */
    void agreed(String channel, long version, String balances) throws InterruptedException {
        agreed(proposer(), channel, version, balances);
        agreed(responder(), channel, version, balances);
    }

    /** One of them does. */
    void agreed(Peer peer, String channel, long version, String balances) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode state = peer.ok("state", "channel", channel);
        while (state.path("version").asLong() != version && System.nanoTime() < end) {
            Thread.sleep(20);
            state = peer.ok("state", "channel", channel);
        }
        assertEquals(version, state.path("version").asLong(), () -> peer.name() + " has another version");
        assertEquals(balances, amounts(state), () -> peer.name() + " has other balances");
    }

    private static String amounts(JsonNode state) {
        return state.path("balances").toString().replace("\"", "");
    }

    /** Both settle what is final, at the same time, and have their money. */
    void settleFinal(String channel) throws InterruptedException {
        CompletableFuture<JsonNode> theirs = go().send("settle", "channel", channel);
        zorya().ok("settle", "channel", channel);
        go().succeeded(theirs);
        withdrawn(channel);
    }

    /** Both report their withdrawal. */
    void withdrawn(String channel) throws InterruptedException {
        zorya().event("withdrawn", channel);
        go().event("withdrawn", channel);
    }

    /** Lets the challenge end that began when the peer saw a registration of this version. */
    void outlast(Peer peer, String channel, long version) throws Exception {
        registered(peer, channel, version);
        outlast();
    }

    /** The peer has seen this version, or a newer one, before the judge. */
    void registered(Peer peer, String channel, long version) throws InterruptedException {
        peer.event(
                "disputed",
                line -> line.path("channel").asString().equals(channel)
                        && line.path("version").asLong() >= version);
    }

    /** Lets a challenge end. */
    void outlast() throws Exception {
        table.chain().skip(Duration.ofSeconds(CHALLENGE + 5));
    }

    /** What a peer owns on the chain, in the smallest unit. */
    long tokens(Peer peer) throws InterruptedException {
        return Long.parseLong(peer.ok("balances").path("balances").path("tok0").asString());
    }
}
