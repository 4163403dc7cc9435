package dev.zorya.identity.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.crypto.EthereumKey;
import dev.zorya.identity.CardClaims;
import dev.zorya.identity.Cards;
import dev.zorya.identity.ContactText;
import dev.zorya.identity.Endpoint;
import dev.zorya.identity.IdentityUnavailable.Reason;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Two real agents: the acceptance tests of ARIES.md 9 as far as they need no channels. */
@Tag("agent")
@Tag("slow")
class AgentExchangeTest {
    private static Party alice;
    private static Party bob;

    /** One connection, as each side calls it. */
    private record Pair(String alices, String bobs) {}

    @BeforeAll
    static void start() throws Exception {
        alice = new Party("alice", 11);
        bob = new Party("bob", 12);
    }

    @AfterAll
    static void end() throws Exception {
        for (Party party : new Party[] {alice, bob}) {
            if (party != null) {
                party.close();
            }
        }
    }

    private static Pair verified(String label) throws Exception {
        Invited invitation = alice.agent.invite(label);
        String bobs = bob.agent.receive(AgentInvitation.parse(invitation.link()).orElseThrow());
        Party.await(() -> bob.proven.containsKey(bobs) && bob.acknowledged.contains(bobs), "bob " + bob.refused);
        String alices = alice.connection(invitation.id());
        Party.await(() -> alice.proven.containsKey(alices) && alice.acknowledged.contains(alices), "alice");
        return new Pair(alices, bobs);
    }

    /** Case 1. Nothing but loopback is used: case 2 is the same with every other way cut. */
    @Test
    void case01InvitedByLinkBothAreVerified() throws Exception {
        Invited invitation = alice.agent.invite("alice");
        assertTrue(invitation.link().length() < 1_200, invitation.link().length() + " characters in a QR code");
        AgentInvitation read =
                AgentInvitation.parse("Hello, my link:\n" + invitation.link()).orElseThrow();
        assertEquals("alice", read.label());
        assertEquals(invitation.id(), read.id());
        Instant begin = Instant.now();
        Pair pair = verified("alice");
        Duration took = Duration.between(begin, Instant.now());
        assertTrue(took.compareTo(Duration.ofSeconds(10)) < 0, "it took " + took);
        assertEquals(alice.claims(), bob.cardFrom(pair.bobs()).card().claims());
        assertEquals(bob.claims(), alice.cardFrom(pair.alices()).card().claims());
        assertEquals(
                bob.claims(),
                ContactText.reread(alice.cardFrom(pair.alices()).text()).claims());
    }

    /** An invitation is for one: the second user gets no connection (THREATS.md 58). */
    @Test
    @Tag("threat-58")
    void anInvitationWorksOnce() throws Exception {
        Invited invitation = alice.agent.invite("alice");
        AgentInvitation read = AgentInvitation.parse(invitation.link()).orElseThrow();
        String first = bob.agent.receive(read);
        Party.await(() -> bob.proven.containsKey(first), "first use");
        String second = bob.agent.receive(read);
        Thread.sleep(2_000);
        assertFalse(bob.agent.connection(second).complete() && !second.equals(first));
        long made = alice.agent.connections().stream()
                .filter(connection -> connection.invitationId().equals(invitation.id()))
                .count();
        assertEquals(1, made);
    }

    @Test
    void aWithdrawnInvitationLeadsNowhere() throws Exception {
        Invited invitation = alice.agent.invite("alice");
        alice.agent.withdraw(invitation.id());
        String bobs = bob.agent.receive(AgentInvitation.parse(invitation.link()).orElseThrow());
        Thread.sleep(2_000);
        assertFalse(bob.agent.connection(bobs).complete());
    }

    /** Case 3: the thief holds somebody else's card and shows it under an own key. ACA-Py calls it verified. */
    @Test
    @Tag("threat-54")
    @Tag("threat-56")
    void case03AStolenCardIsRefusedAlthoughTheAgentCallsItVerified() throws Exception {
        Pair pair = verified("alice");
        AcaPyExtras alices = new AcaPyExtras(HttpClient.newHttpClient(), alice.local.address());
        AcaPyExtras thief = new AcaPyExtras(HttpClient.newHttpClient(), bob.local.address());
        String victim = alice.agent.newDid();
        CardClaims claims = bob.claims();
        Voucher card = new Voucher(
                VcJson.CARD,
                victim,
                victim,
                Map.of("perunAddress", "0x" + claims.perunAddress(), "seq", "1"),
                claims.issued(),
                Optional.of(claims.expires()));
        ObjectNode order = Json.object();
        order.set("credential", VcJson.write(card));
        order.set("options", Json.object().put("proofType", VcJson.PROOF));
        JsonNode stolen = alices.post("/vc/credentials/issue", order);
        thief.post("/vc/credentials/store", stolen);
        bob.accepting = false;
        try {
            Question question = alice.agent.ask(pair.alices(), VcJson.CARD, "", "");
            AgentEvent.Asked asked = bob.event(
                    AgentEvent.Asked.class, event -> event.connectionId().equals(pair.bobs()));
            Held loot = bob.agent.held().stream()
                    .filter(held -> held.voucher().subjectDid().equals(victim))
                    .findFirst()
                    .orElseThrow();
            thief.post(
                    "/present-proof-2.0/records/" + asked.exchangeId() + "/send-presentation",
                    forged(thief, asked, loot));
            Party.await(() -> alice.refused.containsKey(pair.alices()), "a verdict");
            assertEquals(
                    PresentationRefused.Reason.OTHER_HOLDER,
                    alice.verdictOn(pair.alices()).reason());
            assertEquals(question.connectionId(), pair.alices());
        } finally {
            bob.accepting = true;
            alice.refused.clear();
        }
    }

    /** Their own copy of the question, without the demand that holder and subject are one. */
    private static ObjectNode forged(AcaPyExtras thief, AgentEvent.Asked asked, Held loot) throws AgentException {
        JsonNode record = thief.get("/present-proof-2.0/records/" + asked.exchangeId());
        ObjectNode answer = ProofJson.answer(record, loot);
        ObjectNode dif = (ObjectNode) answer.path("dif");
        dif.put("issuer_id", bob.did);
        ((ObjectNode) dif.path("presentation_definition")
                        .path("input_descriptors")
                        .path(0)
                        .path("constraints"))
                .remove("is_holder");
        return answer;
    }

    /** Case 4: what was verified once is no answer to anything else. */
    @Test
    @Tag("threat-55")
    void case04AnAnswerCountsOnce() throws Exception {
        Pair pair = verified("alice");
        bob.accepting = false;
        Question question = alice.agent.ask(pair.alices(), "PerunPeerVoucher", "", "to see it");
        AgentEvent.Asked asked = bob.event(
                AgentEvent.Asked.class,
                event -> event.connectionId().equals(pair.bobs())
                        && !event.type().equals(VcJson.CARD));
        bob.accepting = true;
        assertEquals("PerunPeerVoucher", asked.type());
        assertEquals("to see it", asked.reason());
        bob.agent.hold(new Voucher(
                "PerunPeerVoucher", bob.did, bob.did, Map.of("statement", "I am fine"), past(), Optional.empty()));
        Held own = bob.agent.matching(asked.exchangeId()).getFirst();
        bob.agent.show(asked.exchangeId(), own);
        alice.event(AgentEvent.Answered.class, event -> event.exchangeId().equals(question.exchangeId()));
        Shown shown = alice.agent.verify(question.exchangeId());
        assertEquals("I am fine", shown.voucher().claims().get("statement"));
        assertEquals(bob.did, shown.voucher().subjectDid());
        PresentationRefused again =
                assertThrows(PresentationRefused.class, () -> alice.agent.verify(question.exchangeId()));
        assertEquals(PresentationRefused.Reason.NOT_ASKED, again.reason());
    }

    private static Instant past() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(5);
    }

    /** Case 5: each is refused by its own reason, although the agent verifies all of them. */
    @Test
    @Tag("threat-55")
    void case05CardsThatDoNotHold() throws Exception {
        Pair pair = verified("alice");
        Instant old = past().minus(Duration.ofDays(31));
        EthereumKey other = EthereumKey.of(Cards.filled(77));
        try {
            refused(pair, 1, with(old, old.plus(CardClaims.LIFETIME), Cards.CHAIN, bob), bob.key, "past its date");
            refused(pair, 0, UnaryOperator.identity(), bob.key, "newer card");
            refused(pair, 2, with(past(), past().plus(CardClaims.LIFETIME), 1, bob), bob.key, "another network");
            refused(pair, 2, UnaryOperator.identity(), other, "does not prove that the address");
        } finally {
            bob.binding = bob.key;
            bob.become(1, UnaryOperator.identity());
            alice.refused.clear();
            bob.exchange.prepare();
        }
    }

    private static UnaryOperator<CardClaims> with(Instant issued, Instant expires, long chain, Party party) {
        return claims -> new CardClaims(
                party.did,
                claims.perunAddress(),
                chain,
                claims.endpoint(),
                claims.tlsSpkiSha256(),
                claims.wireAddress(),
                claims.seq(),
                issued,
                expires,
                claims.label(),
                claims.capabilities());
    }

    private static void refused(Pair pair, long seq, UnaryOperator<CardClaims> change, EthereumKey key, String words)
            throws Exception {
        alice.refused.clear();
        bob.binding = key;
        bob.become(seq, change);
        alice.exchange.ask(pair.alices());
        Party.await(() -> alice.refused.containsKey(pair.alices()), "a refusal: " + words);
        String sentence = String.valueOf(alice.verdictOn(pair.alices()).getMessage());
        assertTrue(sentence.contains(words), sentence);
    }

    /** Case 6: a newer card reaches the contact as one of our own messages. */
    @Test
    void case06AnUpdateCardArrives() throws Exception {
        Pair pair = verified("alice");
        bob.become(
                2,
                claims -> new CardClaims(
                        claims.did(),
                        claims.perunAddress(),
                        claims.chainId(),
                        new Endpoint("127.0.0.1", 6_001),
                        claims.tlsSpkiSha256(),
                        claims.wireAddress(),
                        claims.seq(),
                        claims.issued(),
                        claims.expires(),
                        claims.label(),
                        Set.of()));
        try {
            String text = bob.cardText();
            bob.exchange.update(pair.bobs(), text);
            Party.await(() -> alice.updates.contains(text), "the update");
            assertEquals(
                    6_001,
                    ContactText.read(text, alice.check()).claims().endpoint().port());
        } finally {
            bob.become(1, UnaryOperator.identity());
        }
    }

    /** Cases 7 and 8: the agent is killed in the middle of an exchange; it is started again, and what was missed is caught up. */
    @Test
    @Tag("threat-57")
    @Tag("threat-59")
    void case07AnAgentThatIsKilledInTheMiddle() throws Exception {
        Invited invitation = alice.agent.invite("alice");
        String bobs = bob.agent.receive(AgentInvitation.parse(invitation.link()).orElseThrow());
        Party.await(() -> quietly(bobs), "the connection");
        long before = alice.local.pid();
        ProcessHandle.of(before).orElseThrow().destroyForcibly();
        Party.await(() -> alice.local.pid() != before && alice.agent.state() == AgentState.READY, "a new agent");
        String alices = alice.connection(invitation.id());
        Party.await(
                () -> {
                    try {
                        bob.exchange.askAgain(Duration.ofSeconds(5));
                    } catch (AgentException e) {
                        throw new AssertionError(e);
                    }
                    return bob.proven.containsKey(bobs) && alice.proven.containsKey(alices);
                },
                "both verified");
        assertEquals(
                1,
                alice.agent.connections().stream()
                        .filter(connection -> connection.invitationId().equals(invitation.id()))
                        .count());
        List<AgentEvent> states = alice.events.stream()
                .filter(AgentEvent.StateChanged.class::isInstance)
                .toList();
        assertTrue(states.contains(new AgentEvent.StateChanged(AgentState.UNREACHABLE)), "told: " + states);
    }

    private static boolean quietly(String connection) {
        try {
            return bob.agent.connection(connection).complete();
        } catch (AgentException e) {
            throw new AssertionError(e);
        }
    }

    /** Case 9: both ways of saying no are understood, and nothing waits for ever. */
    @Test
    @Tag("threat-59")
    void case09AWrongKeyIsSaidClearly() {
        AgentAddress wrong = new AgentAddress(alice.local.address().admin(), "wrong");
        try (Agent agent = Agent.at(wrong, InstantSource.system())) {
            agent.listen(event -> {});
            Party.await(() -> agent.state() == AgentState.KEY_REFUSED, "the key is refused");
            assertEquals(
                    Reason.KEY_REFUSED,
                    assertThrows(AgentException.class, agent::dids).reason());
            assertEquals(
                    Reason.KEY_REFUSED,
                    assertThrows(AgentException.class, agent::connections).reason());
        }
    }

    /** Case 10: a card signed by an agent is one for everybody. */
    @Test
    void case10AnAgentsCardNeedsNoAgentToBeRead() throws Exception {
        String text = bob.cardText();
        assertEquals(bob.claims(), ContactText.read(text, alice.check()).claims());
        String changed = text.substring(0, text.length() - 8) + "AAAAAAAA";
        assertThrows(Exception.class, () -> ContactText.read(changed, alice.check()));
    }

    /** Case 11: offered, accepted, stored, shown; or declined, and nothing stays. */
    @Test
    void case11ACredentialIsOfferedAndTaken() throws Exception {
        Pair pair = verified("alice");
        Voucher voucher = new Voucher(
                "PerunPeerVoucher",
                alice.did,
                bob.did,
                Map.of("statement", "Pays on time"),
                past(),
                Optional.of(past().plus(Duration.ofDays(90))));
        String offer = alice.agent.offer(pair.alices(), voucher);
        AgentEvent.Offered offered = bob.event(
                AgentEvent.Offered.class, event -> event.connectionId().equals(pair.bobs()));
        assertEquals(Optional.of(voucher), offered.voucher());
        bob.agent.accept(offered.exchangeId(), bob.did);
        bob.event(AgentEvent.Stored.class, event -> event.exchangeId().equals(offered.exchangeId()));
        alice.event(AgentEvent.Issued.class, event -> event.exchangeId().equals(offer));
        assertTrue(bob.agent.held().stream().anyMatch(held -> held.voucher().equals(voucher)));

        Question question = alice.agent.ask(pair.alices(), "PerunPeerVoucher", alice.did, "");
        AgentEvent.Asked asked = bob.event(
                AgentEvent.Asked.class,
                event ->
                        event.connectionId().equals(pair.bobs()) && event.type().equals("PerunPeerVoucher"));
        Held held = bob.agent.matching(asked.exchangeId()).stream()
                .filter(own -> own.voucher().equals(voucher))
                .findFirst()
                .orElseThrow();
        bob.agent.show(asked.exchangeId(), held);
        alice.event(AgentEvent.Answered.class, event -> event.exchangeId().equals(question.exchangeId()));
        assertEquals(voucher, alice.agent.verify(question.exchangeId()).voucher());

        int before = bob.agent.held().size();
        alice.agent.offer(pair.alices(), voucher);
        AgentEvent.Offered second = bob.event(
                AgentEvent.Offered.class,
                event -> event.connectionId().equals(pair.bobs())
                        && !event.exchangeId().equals(offered.exchangeId()));
        bob.agent.decline(second.exchangeId(), "no, thank you");
        alice.event(AgentEvent.Abandoned.class, event -> event.connectionId().equals(pair.alices()));
        assertEquals(before, bob.agent.held().size());
    }

    /** Case 12: names that contain each other never mix connections up. */
    @Test
    @Tag("threat-58")
    void case12SimilarNamesAreDifferentConnections() throws Exception {
        Pair one = verified("bob");
        Pair other = verified("bob-j");
        assertNotEquals(one.alices(), other.alices());
        assertEquals("bob", bob.agent.connection(one.bobs()).label());
        assertEquals("bob-j", bob.agent.connection(other.bobs()).label());
        alice.agent.send(one.alices(), "test", "for bob");
        AgentEvent.Message message =
                bob.event(AgentEvent.Message.class, event -> event.body().equals("for bob"));
        assertEquals(one.bobs(), message.connectionId());
    }

    /** Case 13: what is not ours or too large is passed over. */
    @Test
    void case13StrangeMessagesArePassedOver() throws Exception {
        Pair pair = verified("alice");
        bob.agent.sendPlain(pair.bobs(), "Hi there");
        bob.agent.sendPlain(pair.bobs(), "{\"@type\":\"urn:other/1.0/x\",\"@id\":\"1\"}");
        bob.agent.sendPlain(
                pair.bobs(),
                "{\"@type\":\"urn:perun:contact/1.0/x\",\"@id\":\"1\",\"body\":\"" + "x".repeat(900_000) + "\"}");
        bob.agent.send(pair.bobs(), "last", "one");
        alice.event(AgentEvent.Message.class, event -> event.kind().equals("last"));
        assertEquals(
                List.of("last"),
                alice.events.stream()
                        .filter(AgentEvent.Message.class::isInstance)
                        .map(event -> ((AgentEvent.Message) event))
                        .filter(message -> message.connectionId().equals(pair.alices()))
                        .map(AgentEvent.Message::kind)
                        .toList());
    }

    /** Case 14: the Java client cannot list DIDs once there is a pairwise one. */
    @Test
    void case14AllDidsAreListed() throws Exception {
        verified("alice");
        List<String> dids = alice.agent.dids();
        assertTrue(dids.contains(alice.did));
        assertTrue(dids.stream().anyMatch(did -> did.startsWith("did:peer:4")), dids.toString());
    }

    /** An event says only that something may have changed (THREATS.md 57). */
    @Test
    @Tag("threat-57")
    void forgedEventsChangeNothing() throws Exception {
        Pair pair = verified("alice");
        alice.agent.withdraw(alice.agent.invite("alice").id());
        int before = alice.proven.size();
        alice.agent
                .sink()
                .event(
                        "connections",
                        Json.object().put("connection_id", "no-such-one").put("rfc23_state", "completed"));
        alice.agent
                .sink()
                .event(
                        "present_proof_v2_0",
                        Json.object()
                                .put("pres_ex_id", "no-such-one")
                                .put("connection_id", pair.alices())
                                .put("role", "verifier")
                                .put("state", "presentation-received")
                                .put("verified", "true"));
        alice.agent
                .sink()
                .event(
                        "issue_credential_v2_0",
                        Json.object()
                                .put("cred_ex_id", "no-such-one")
                                .put("role", "holder")
                                .put("state", "offer-received"));
        alice.agent.sink().event("connections", Json.array("nonsense"));
        bob.agent.send(pair.bobs(), "after", "forgeries");
        alice.event(AgentEvent.Message.class, event -> event.kind().equals("after"));
        assertEquals(before, alice.proven.size());
        assertTrue(alice.events.stream()
                .noneMatch(event -> event instanceof AgentEvent.ConnectionChanged changed
                        && changed.connection().id().equals("no-such-one")));
    }
}
