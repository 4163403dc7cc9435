package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.identity.agent.AgentPlace;
import dev.zorya.identity.agent.LocalAgent;
import dev.zorya.wallet.api.AgentOrder;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.ConnectionView;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.IdentityView;
import dev.zorya.wallet.api.IdentityView.Kind;
import dev.zorya.wallet.api.IdentityView.State;
import dev.zorya.wallet.api.Invitation;
import dev.zorya.wallet.api.OpenOrder;
import dev.zorya.wallet.api.PayOrder;
import dev.zorya.wallet.api.PaymentView;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Acceptance tests of ARIES.md 9 with two real agents, as the people see them. What needs no wallet is in AgentExchangeTest. */
@Tag("agent")
@Tag("slow")
@TestMethodOrder(MethodOrderer.MethodName.class)
class AgentWalletsTest {
    @TempDir
    static Path data;

    private static AgentWallets two;

    @BeforeAll
    static void start() throws Exception {
        two = new AgentWallets(data);
    }

    @AfterAll
    static void end() {
        if (two != null) {
            two.close();
        }
    }

    @BeforeEach
    void bothAreReady() throws Exception {
        AgentWallets.until(() -> AgentWallets.ready(two.alice) && AgentWallets.ready(two.bob));
    }

    /** Nothing but loopback is used: case 2 is the same with every other way cut. */
    @Test
    void case01InvitedByLinkBothAreVerified() throws Exception {
        IdentityView identity = two.alice.identity().current();
        assertEquals(Kind.LOCAL_AGENT, identity.kind());
        assertEquals(two.alice.did(), identity.did());
        assertTrue(identity.agent().startsWith("1."), identity.agent());
        Invitation invitation = AgentWallets.done(two.alice.introductions().invite());
        assertTrue(invitation.link().length() < 1_200, "it fits a QR code");
        assertEquals(
                ConnectionView.State.INVITED,
                AgentWallets.attempt(two.alice, invitation.id()).state());
        Instant begin = Instant.now();
        ContactView alice = AgentWallets.accepts(two.bob, invitation, "Alice");
        AgentWallets.verified(two.alice, invitation);
        Duration took = Duration.between(begin, Instant.now());
        assertTrue(took.compareTo(Duration.ofSeconds(10)) < 0, "it took " + took);
        ContactView bob = AgentWallets.contact(two.alice, two.bob);
        assertEquals(two.alice.did(), alice.did());
        assertEquals(two.alice.address(), alice.address());
        assertEquals(two.alice.health().listening(), alice.endpoint());
        assertEquals("Alice", alice.name());
        assertEquals(two.bob.address(), bob.address());
        assertEquals("Bob", bob.claimedName());
        assertEquals(bob.comparisonCode(), alice.comparisonCode());
        assertNotEquals("", bob.comparisonCode());
        assertEquals(
                Code.CONTACT_IS_YOU,
                Wait.problem(() -> two.alice.readContact(invitation.link())).code());
    }

    /** Somebody else's use is one too many, and a withdrawn one is none. */
    @Test
    @Tag("threat-58")
    void case01bAnInvitationIsForOne() throws Exception {
        Invitation used = two.meet();
        assertEquals(
                Code.INVITATION_USED,
                Wait.problem(() -> AgentWallets.accepts(two.bob, used, "again")).code());
        Invitation withdrawn = AgentWallets.done(two.alice.introductions().invite());
        two.alice.introductions().withdraw(withdrawn.id());
        int before = two.alice.contacts().size();
        CompletionStage<ContactView> vain =
                two.bob.introductions().accept(two.bob.readContact(withdrawn.link()), "nobody");
        Thread.sleep(1_500);
        assertFalse(vain.toCompletableFuture().isDone());
        two.bob.introductions().giveUp(withdrawn.id());
        assertEquals(
                Code.INTRODUCTION_GONE,
                Wait.problem(() -> AgentWallets.done(vain)).code());
        assertEquals(before, two.alice.contacts().size());
        assertTrue(two.bob.introductions().connections().stream()
                .noneMatch(connection -> connection.id().equals(withdrawn.id())));
    }

    /** After each loss there is a contact on both sides or on none, and never two. */
    @Test
    @Tag("threat-59")
    void case07TheAgentIsKilledDuringEachStep() throws Exception {
        for (int millis : new int[] {0, 300}) {
            two.strangersAgain();
            Invitation invitation = AgentWallets.done(two.alice.introductions().invite());
            CompletionStage<ContactView> accepted =
                    two.bob.introductions().accept(two.bob.readContact(invitation.link()), "Alice");
            Thread.sleep(millis);
            AgentWallets.kill(two.alice);
            AgentWallets.until(() -> !AgentWallets.ready(two.alice));
            AgentWallets.until(() -> AgentWallets.ready(two.alice));
            // who cannot even be reached is not asked a second time
            boolean met = met(accepted)
                    || (connected(invitation) && met(two.bob.introductions().retry(invitation.id())));
            if (met) {
                AgentWallets.verified(two.alice, invitation);
            }
            assertEquals(met ? 1 : 0, two.bob.contacts().size(), "killed after " + millis + " ms");
            assertEquals(met ? 1 : 0, two.alice.contacts().size(), "killed after " + millis + " ms");
        }
    }

    private static boolean connected(Invitation invitation) throws Exception {
        var problem = AgentWallets.attempt(two.bob, invitation.id()).problem();
        return problem != null && problem.code() == Code.CONTACT_SILENT;
    }

    private static boolean met(CompletionStage<ContactView> accepted) throws Exception {
        try {
            AgentWallets.done(accepted);
            return true;
        } catch (WalletException e) {
            assertTrue(List.of(Code.INVITATION_USED, Code.CONTACT_SILENT)
                    .contains(e.problem().code()));
            return false;
        }
    }

    /** Money needs no agent. */
    @Test
    @Tag("threat-59")
    void case08WithoutItsAgentAWalletPays() throws Exception {
        two.strangersAgain();
        two.meet();
        List<WalletEvent> told = new CopyOnWriteArrayList<>();
        try (AutoCloseable subscription = two.alice.subscribe(told::add)) {
            assertNotEquals(null, subscription);
            ChannelView channel = channel();
            String did = two.alice.did();
            AgentWallets.kill(two.alice);
            AgentWallets.until(() -> two.alice.identity().current().state() == State.UNREACHABLE);
            IdentityView away = two.alice.identity().current();
            assertEquals(did, away.did());
            assertEquals(
                    Code.AGENT_UNREACHABLE,
                    away.problem() == null ? null : away.problem().code());
            PaymentView paid = Wait.done(
                    two.alice.pay(new PayOrder(channel.key(), Money.of(two.alice, "0.1"), "without an agent", "")));
            assertEquals(PaymentView.Status.DONE, paid.status());
            AgentWallets.until(() -> AgentWallets.ready(two.alice));
            assertTrue(told.contains(new WalletEvent.IdentityChanged(away)), "the status line was told");
            assertEquals(did, two.alice.did());
            Wait.done(two.alice.close(channel.key()));
            Wait.until(() -> two.alice.channel(channel.key()).channel().status() == ChannelView.Status.SETTLED);
            Wait.until(() -> two.bob.channels().stream().allMatch(bobs -> bobs.status() == ChannelView.Status.SETTLED));
        }
        two.strangersAgain();
        two.meet();
    }

    private static ChannelView channel() throws Exception {
        var asked = two.alice.open(new OpenOrder(
                two.bob.did(), Money.of(two.alice, "1"), Money.of(two.alice, "1"), Duration.ofMinutes(10)));
        Wait.until(() -> !two.bob.questions().isEmpty());
        Wait.done(two.bob.answer(two.bob.questions().getFirst().id(), true));
        ChannelView channel = Wait.done(asked);
        Wait.until(() -> two.alice.channel(channel.key()).channel().status() == ChannelView.Status.OPEN);
        return channel;
    }

    /** A refusal in words, and the identity stays as it was. */
    @Test
    @Tag("threat-59")
    void case09AWrongKey() throws Exception {
        IdentityView before = two.alice.identity().current();
        List<String> command =
                List.of(AgentWallets.process(two.bob).info().arguments().orElseThrow());
        URI admin = URI.create("http://127.0.0.1:" + command.get(command.indexOf("--admin") + 2));
        AgentOrder wrong = new AgentOrder(admin, "wrong".toCharArray());
        assertEquals(
                Code.AGENT_KEY_REFUSED,
                Wait.problem(() -> AgentWallets.done(two.alice.identity().useAgent(wrong, (phase, done) -> {})))
                        .code());
        assertEquals(before, two.alice.identity().current());
    }

    /** Whoever signs it, a card is a card. */
    @Test
    void case10CardsOfBothKinds() throws Exception {
        try (Wallet carol = two.create("Carol")) {
            ContactView alice = carol.addContact(carol.readContact(two.alice.ownContactText()), "Alice");
            ContactView known = two.alice.addContact(two.alice.readContact(carol.ownContactText()), "Carol");
            assertEquals(two.alice.did(), alice.did());
            assertEquals(carol.did(), known.did());
            assertEquals(alice.comparisonCode(), known.comparisonCode());
            Wait.until(() -> AgentWallets.contact(two.alice, carol).online());
            Invitation invitation = AgentWallets.done(two.bob.introductions().invite());
            assertEquals(
                    Code.AGENT_NEEDED,
                    Wait.problem(() -> carol.readContact(invitation.link())).code());
        }
    }

    /** The person's own agent keeps the DID of a wallet whose name begins like another one's. */
    @Test
    @Tag("threat-58")
    void case12BobAndBobJ() throws Exception {
        AgentPlace place = AgentPlace.ensure(AgentWallets.PLACE, (phase, done) -> {});
        byte[] key = Person.filled(7);
        two.strangersAgain();
        two.meet();
        Wallet other = two.create("Bob-j");
        try {
            String builtIn = other.did();
            String did;
            Invitation invitation;
            try (LocalAgent theirs = LocalAgent.start(place, data.resolve("own-agent"), key)) {
                AgentOrder order = new AgentOrder(
                        theirs.address().admin(), theirs.address().key().toCharArray());
                IdentityView own = AgentWallets.done(other.identity().useAgent(order, (phase, done) -> {}));
                assertEquals(Kind.OWN_AGENT, own.kind());
                did = other.did();
                assertNotEquals(builtIn, did);
                AgentWallets.until(() -> AgentWallets.ready(other));
                invitation = AgentWallets.done(two.alice.introductions().invite());
                AgentWallets.accepts(other, invitation, "Alice");
                AgentWallets.verified(two.alice, invitation);
            }
            AgentWallets.until(() -> other.identity().current().state() == State.UNREACHABLE);
            ContactView bobJ = AgentWallets.contact(two.alice, other);
            assertEquals("Bob-j", bobJ.name());
            assertEquals("Bob", AgentWallets.contact(two.alice, two.bob).name());
            two.alice.removeContact(bobJ.did());
            assertEquals(
                    List.of(two.bob.did()),
                    two.alice.contacts().stream().map(ContactView::did).toList());
            other.close();
            try (Wallet again = two.unlock(other)) {
                assertEquals(did, again.did(), "also while the agent is away");
                assertEquals(Kind.OWN_AGENT, again.identity().current().kind());
                assertEquals(
                        builtIn,
                        AgentWallets.done(again.identity().useBuiltIn()).did());
            }
        } finally {
            other.close();
        }
    }

    @Test
    void case14AllDidsAreListed() throws Exception {
        two.meet();
        List<String> dids = two.alice.identity().dids();
        assertTrue(dids.contains(two.alice.did()));
        assertTrue(dids.stream().anyMatch(did -> did.startsWith("did:peer:4")), dids.toString());
        assertEquals(2, dids.stream().filter(did -> did.startsWith("did:key")).count(), dids.toString());
    }

    /** Case 6 and the end of 8: the wallet comes back at another port with the same DID; then its agent's store is lost. */
    @Test
    @Tag("threat-59")
    void case20ComingBack() throws Exception {
        two.strangersAgain();
        two.meet();
        String did = two.bob.did();
        String endpoint = AgentWallets.contact(two.alice, two.bob).endpoint();
        Path folder = two.bob.info().folder();
        two.bob.close();
        WalletFile.read(folder).listening(0).write(folder);
        two.bob = two.unlock(two.bob);
        assertEquals(did, two.bob.did());
        AgentWallets.until(() -> AgentWallets.ready(two.bob));
        AgentWallets.until(
                () -> !AgentWallets.contact(two.alice, two.bob).endpoint().equals(endpoint));
        assertEquals(
                two.bob.health().listening(),
                AgentWallets.contact(two.alice, two.bob).endpoint());
        AgentWallets.until(() -> AgentWallets.contact(two.alice, two.bob).online());

        two.bob.close();
        delete(folder.resolve("agent/.acapy_agent"));
        two.bob = two.unlock(two.bob);
        AgentWallets.until(() -> {
            var problem = two.bob.identity().current().problem();
            return problem != null && problem.code() == Code.AGENT_OTHER;
        });
        assertEquals(did, two.bob.did());
        assertEquals(1, two.bob.contacts().size());
        IdentityView anew = AgentWallets.done(two.bob.identity().startAgent((phase, done) -> {}));
        assertNotEquals(did, anew.did());
        AgentWallets.until(() -> AgentWallets.ready(two.bob));
        IdentityView builtIn = AgentWallets.done(two.bob.identity().useBuiltIn());
        assertEquals(Kind.BUILT_IN, builtIn.kind());
        assertTrue(two.bob.identity().dids().containsAll(List.of(did, anew.did(), builtIn.did())));
    }

    private static void delete(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
