package dev.zorya.node.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What two peers do together, over TLS, as processes. */
@Tag("slow")
class PeerLifeTest {
    private static Rig rig;
    private static ScriptedPeer alice;
    private static ScriptedPeer bob;

    @BeforeAll
    static void begin() throws Exception {
        rig = new Rig();
        alice = rig.alice;
        bob = rig.bob;
    }

    @AfterAll
    static void end() {
        rig.close();
    }

    private static Map<String, String> on(String channel) {
        return Map.of("channel", channel);
    }

    private static String balances(JsonNode message) {
        return message.path("balances").toString();
    }

    @Test
    void aChannelLivesFromProposalToWithdrawal() {
        String channel = rig.open("600", "400", Map.of("challenge", 7));
        JsonNode proposal =
                bob.await("proposal", event -> event.path("challenge").asInt() == 7);
        assertEquals("alice", proposal.path("from").asString());
        assertEquals("ledger", proposal.path("kind").asString());
        assertEquals("[[\"600\",\"400\"]]", balances(proposal));
        JsonNode paid = alice.call("pay", Map.of("channel", channel, "amount", "50"));
        assertEquals(1, paid.path("version").asInt());
        assertEquals("Acting", paid.path("phase").asString());
        assertEquals(0, paid.path("index").asInt());
        assertEquals("[\"alice\",\"bob\"]", paid.path("peers").toString());
        assertEquals("[\"eth\"]", paid.path("assets").toString());
        assertTrue(paid.path("watching").asBoolean());
        assertEquals(2, paid.path("history").asInt());
        assertFalse(paid.path("app").asBoolean());
        assertEquals("", paid.path("parent").asString());
        assertEquals("[]", paid.path("locked").toString());
        JsonNode back = bob.call("pay", Map.of("channel", channel, "amount", "20"));
        assertEquals("[[\"570\",\"430\"]]", balances(back));
        assertEquals(1, back.path("index").asInt());
        assertEquals("[\"alice\",\"bob\"]", back.path("peers").toString());
        JsonNode updated = alice.await(
                "updated",
                event -> event.path("channel").asString().equals(channel)
                        && event.path("version").asInt() == 2);
        assertEquals(1, updated.path("from_version").asInt());
        JsonNode closed = alice.call("close", on(channel));
        assertEquals("Withdrawn", closed.path("phase").asString());
        assertTrue(closed.path("final").asBoolean());
        assertEquals("[[\"570\",\"430\"]]", balances(closed));
        bob.call("settle", Map.of("channel", channel, "secondary", true));
        for (ScriptedPeer each : List.of(alice, bob)) {
            for (String event : List.of("funded", "concluded", "withdrawn", "watch-ended", "channel-closed")) {
                each.await(event, channel);
                assertEquals(1, each.count(event, channel), event + " of " + each.name());
            }
            assertFalse(
                    each.call("channels", Map.of()).path("channels").toString().contains(channel));
            assertEquals(
                    "Withdrawn", each.call("state", on(channel)).path("phase").asString());
        }
    }

    @Test
    void manyPaymentsAreMeasured() {
        String channel = rig.open("600", "400", Map.of());
        JsonNode many = alice.call("pay-many", Map.of("channel", channel, "count", 100));
        assertEquals("[[\"500\",\"500\"]]", balances(many));
        assertEquals(100, many.path("version").asInt());
        assertTrue(many.path("per_second").asDouble() > 1, many.toString());
        assertTrue(many.path("p50_ms").asDouble() <= many.path("p99_ms").asDouble(), many.toString());
        assertEquals(
                "other",
                alice.refused("pay", Map.of("channel", channel, "amount", "501"))
                        .path("kind")
                        .asString());
        long stats =
                alice.call("stats", Map.of()).path("stats").path("payments").asLong();
        assertTrue(stats >= 100, "payments: " + stats);
    }

    @Test
    void aRejectedProposalLeavesNothingBehind() {
        bob.call("policy", Map.of("policy", "reject"));
        JsonNode refused = alice.refused(
                "propose", Map.of("peer", "bob", "balances", List.of(List.of("1", "1")), "challenge", 33));
        assertEquals("rejected", refused.path("kind").asString());
        bob.await("proposal", event -> event.path("challenge").asInt() == 33);
        bob.call("policy", Map.of("policy", "auto"));
    }

    @Test
    void whatTakesFromTheOtherSideIsRejectedAndTheChannelGoesOn() {
        String channel = rig.open("600", "400", Map.of());
        List<List<String>> greedy = List.of(List.of("700", "300"));
        JsonNode refused = alice.refused("update", Map.of("channel", channel, "balances", greedy));
        assertEquals("rejected", refused.path("kind").asString());
        JsonNode event = bob.await("update", channel);
        assertEquals(0, event.path("actor").asInt());
        assertEquals("[[\"700\",\"300\"]]", balances(event.path("proposed")));
        JsonNode paid = alice.call("pay", Map.of("channel", channel, "amount", "100"));
        assertEquals("[[\"500\",\"500\"]]", balances(paid));
        bob.call("policy", Map.of("policy", "all"));
        assertEquals(
                "[[\"700\",\"300\"]]", balances(alice.call("update", Map.of("channel", channel, "balances", greedy))));
        bob.call("policy", Map.of("policy", "reject"));
        assertEquals(
                "rejected",
                alice.refused("pay", Map.of("channel", channel, "amount", "1"))
                        .path("kind")
                        .asString());
        bob.call("policy", Map.of("policy", "auto"));
        assertEquals("[[\"699\",\"301\"]]", balances(alice.call("pay", Map.of("channel", channel, "amount", "1"))));
    }

    @Test
    void whoeverIsAskedDecidesByCommand() {
        bob.call("policy", Map.of("policy", "ask"));
        CompletableFuture<JsonNode> proposed =
                alice.send("propose", Map.of("peer", "bob", "balances", List.of(List.of("60", "40")), "challenge", 44));
        JsonNode proposal =
                bob.await("proposal", event -> event.path("challenge").asInt() == 44);
        String key = proposal.path("proposal").asString();
        String channel =
                bob.call("accept", Map.of("proposal", key)).path("channel").asString();
        assertEquals(channel, ScriptedPeer.result(proposed).path("channel").asString());
        assertEquals(
                "other",
                bob.refused("accept", Map.of("proposal", key)).path("kind").asString());

        CompletableFuture<JsonNode> first = alice.send("pay", Map.of("channel", channel, "amount", "5"));
        JsonNode update = bob.await("update", channel);
        String no = update.path("update").asString();
        bob.call("reject-update", Map.of("update", no, "reason", "not today"));
        JsonNode refused = ScriptedPeer.result(first);
        assertEquals("rejected", refused.path("kind").asString());
        assertTrue(refused.path("error").asString().contains("not today"), refused.toString());

        CompletableFuture<JsonNode> second = alice.send("pay", Map.of("channel", channel, "amount", "6"));
        JsonNode again = bob.await(
                "update",
                event -> event.path("channel").asString().equals(channel)
                        && !event.path("update").asString().equals(no)
                        && balances(event.path("proposed")).equals("[[\"54\",\"46\"]]"));
        JsonNode accepted =
                bob.call("accept-update", Map.of("update", again.path("update").asString()));
        assertEquals("[[\"54\",\"46\"]]", balances(accepted));
        assertTrue(ScriptedPeer.result(second).path("ok").asBoolean());
        bob.call("policy", Map.of("policy", "auto"));

        bob.call("policy", Map.of("policy", "ask"));
        CompletableFuture<JsonNode> other =
                alice.send("propose", Map.of("peer", "bob", "balances", List.of(List.of("1", "1")), "challenge", 45));
        JsonNode waits = bob.await("proposal", event -> event.path("challenge").asInt() == 45);
        bob.call("reject", Map.of("proposal", waits.path("proposal").asString(), "reason", "never"));
        JsonNode never = ScriptedPeer.result(other);
        assertEquals("rejected", never.path("kind").asString());
        assertEquals("never", never.path("error").asString());
        bob.call("policy", Map.of("policy", "auto"));
    }

    /** The engine says after ten seconds that there is no answer, and goes on; a command has its own limit. */
    @Test
    void aCommandWaitsLongerForAPersonThanTheEngineDoes() throws Exception {
        String paying = rig.open("600", "400", Map.of());
        String changing = rig.open("600", "400", Map.of());
        bob.call("policy", Map.of("policy", "ask"));
        CompletableFuture<JsonNode> paid = alice.send("pay", Map.of("channel", paying, "amount", "5"));
        CompletableFuture<JsonNode> changed =
                alice.send("update", Map.of("channel", changing, "balances", List.of(List.of("601", "399"))));
        CompletableFuture<JsonNode> impatient =
                alice.send("propose", Map.of("peer", "bob", "balances", List.of(List.of("1", "1")), "timeout", 1));
        String first = bob.await("update", paying).path("update").asString();
        String second = bob.await("update", changing).path("update").asString();
        assertEquals("timeout", ScriptedPeer.result(impatient).path("kind").asString());
        Thread.sleep(11_000);
        assertFalse(paid.isDone() || changed.isDone());
        bob.call("accept-update", Map.of("update", first));
        bob.call("accept-update", Map.of("update", second));
        bob.call("policy", Map.of("policy", "auto"));
        assertEquals("[[\"595\",\"405\"]]", balances(ScriptedPeer.result(paid)));
        assertEquals("[[\"601\",\"399\"]]", balances(ScriptedPeer.result(changed)));
    }

    @Test
    void eitherSideMayEndWithAPaymentOrWithout() {
        String paying = rig.open("600", "400", Map.of());
        JsonNode last = bob.call("pay", Map.of("channel", paying, "amount", "7", "final", true));
        assertTrue(last.path("final").asBoolean());
        assertEquals("[[\"607\",\"393\"]]", balances(last));
        alice.call("settle", on(paying));
        bob.call("settle", on(paying));

        String plain = rig.open("600", "400", Map.of());
        assertTrue(alice.call("finalize", on(plain)).path("final").asBoolean());
        assertEquals(
                "other",
                bob.refused("pay", Map.of("channel", plain, "amount", "1"))
                        .path("kind")
                        .asString());
        bob.call("settle", on(plain));
        alice.call("settle", on(plain));
    }

    @Test
    void tokensAndTwoAssets() {
        JsonNode before = bob.call("balances", Map.of()).path("balances");
        Map<String, Object> both = Map.of(
                "peer", "bob",
                "assets", List.of("tok0", "eth"),
                "balances", List.of(List.of("10", "20"), List.of("30", "40")));
        String channel = alice.call("propose", both).path("channel").asString();
        bob.await("funded", channel);
        JsonNode paid = bob.call("pay", Map.of("channel", channel, "amount", "4", "asset", "tok0"));
        assertEquals("[\"tok0\",\"eth\"]", paid.path("assets").toString());
        assertEquals("[[\"14\",\"16\"],[\"30\",\"40\"]]", balances(paid));
        alice.call("pay", Map.of("channel", channel, "amount", "5", "asset", "eth"));
        assertEquals(
                "other",
                alice.refused("pay", Map.of("channel", channel, "amount", "1", "asset", "tok1"))
                        .path("kind")
                        .asString());
        alice.call("close", on(channel));
        bob.call("settle", on(channel));
        JsonNode after = bob.call("balances", Map.of()).path("balances");
        assertEquals(
                new BigInteger(before.path("tok0").asString()).subtract(BigInteger.valueOf(4)),
                new BigInteger(after.path("tok0").asString()));
        assertEquals(before.path("tok1").asString(), after.path("tok1").asString());
    }

    @Test
    void aSubChannelTakesFromItsParentAndGivesBack() {
        String parent = rig.open("600", "400", Map.of());
        JsonNode sub = alice.call(
                "propose-sub", Map.of("parent", parent, "balances", List.of(List.of("100", "50")), "challenge", 5));
        String child = sub.path("channel").asString();
        assertEquals("sub", sub.path("kind").asString());
        assertEquals(parent, sub.path("parent").asString());
        bob.await("funded", child);
        JsonNode locked = alice.call("state", on(parent));
        assertEquals("[[\"500\",\"350\"]]", balances(locked));
        assertEquals(child, locked.path("locked").get(0).path("channel").asString());
        assertEquals("[\"150\"]", locked.path("locked").get(0).path("balances").toString());
        assertEquals("other", alice.refused("finalize", on(parent)).path("kind").asString());
        bob.call("pay", Map.of("channel", child, "amount", "25"));
        alice.call("finalize", on(child));
        assertEquals("Withdrawn", alice.call("settle", on(child)).path("phase").asString());
        bob.call("settle", on(child));
        assertEquals("[[\"625\",\"375\"]]", balances(bob.call("state", on(parent))));
        alice.call("close", on(parent));
    }

    @Test
    void aCutConnectionComesBackWithTheNextCommand() {
        String channel = rig.open("600", "400", Map.of());
        assertEquals(1, alice.call("disconnect", Map.of()).path("cut").asInt());
        bob.call("pay", Map.of("channel", channel, "amount", "1"));
        assertEquals(1, bob.call("disconnect", Map.of()).path("cut").asInt());
        assertEquals("[[\"600\",\"400\"]]", balances(alice.call("pay", Map.of("channel", channel, "amount", "1"))));
    }

    @Test
    void badLinesAndOrdersAreRefusedInWords() {
        alice.line("this is no JSON");
        alice.line("[1, 2]");
        for (String field : List.of("not hex", "00")) {
            assertEquals(
                    "The field \"channel\" has to be 64 hexadecimal digits.",
                    alice.refused("state", Map.of("channel", field))
                            .path("error")
                            .asString());
        }
        assertEquals(
                "There is no channel " + "00".repeat(32) + ".",
                alice.refused("pay", Map.of("channel", "00".repeat(32), "amount", "1"))
                        .path("error")
                        .asString());
        assertEquals(
                "There is no command \"dance\".",
                alice.refused("dance", Map.of()).path("error").asString());
        assertTrue(alice.refused("propose", Map.of("peer", "carol", "balances", List.of(List.of("1", "1"))))
                .path("error")
                .asString()
                .contains("carol"));
        for (Object wrong : List.of("-1", "1.5", "x", List.of())) {
            assertEquals(
                    "other",
                    alice.refused("propose", Map.of("peer", "bob", "balances", List.of(List.of(wrong, "1"))))
                            .path("kind")
                            .asString());
        }
        JsonNode virtual = alice.refused("propose-virtual", Map.of("peer", "bob"));
        assertEquals("other", virtual.path("kind").asString());
        JsonNode bad = alice.await("", event -> event.path("type").asString().equals("result"));
        assertFalse(bad.path("ok").asBoolean(true));
        assertEquals("other", bad.path("kind").asString());
    }

    @Test
    void aPeerSaysWhatItIs() {
        JsonNode info = alice.call("info", Map.of());
        assertEquals("alice", info.path("name").asString());
        assertEquals(31337, info.path("chain_id").asInt());
        assertEquals(Rig.key("alice").toString(), info.path("eth").asString());
        assertEquals(rig.contracts.path("adjudicator"), info.path("adjudicator"));
        assertEquals(3, info.path("assets").size());
        assertEquals("[\"bob\"]", info.path("peers").toString());
        assertEquals("auto", info.path("policy").asString());
        alice.call("contracts", Map.of("contracts", rig.contracts));
        JsonNode nonsense = alice.refused(
                "contracts",
                Map.of("contracts", Map.of("adjudicator", info.path("eth").asString(), "assets", List.of())));
        assertEquals("other", nonsense.path("kind").asString());
    }
}
