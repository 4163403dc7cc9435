package dev.zorya.node.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.engine.EngineException;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.port.Question;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.channel.wire.SimpleAddress;
import dev.zorya.storage.WalletStore;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a peer answers without a person, whom it takes for whom, and what it calls what went wrong. */
class RulePolicyTest {
    private static final Decision YES = new Decision.Accept();
    private static final Decision NO = new Decision.Decline("rejected by policy");
    private static final WireIdentity BOB = new SimpleAddress(Bytes.fromHex("626f62"), null).identity();
    private static final ChannelId CHANNEL = new ChannelId(Bytes.zero(32));
    private static final State FROM = state(1, 60, 40, false);

    private final List<String> refusedOrAsked = new ArrayList<>();

    @TempDir
    Path folder;

    private WalletStore store;
    private PeerTable peers;
    private RulePolicy policy;

    @BeforeEach
    void open() throws Exception {
        store = WalletStore.open(folder);
        peers = new PeerTable(new Pins(store.settings()));
        policy = new RulePolicy(Rule.AUTO, peers, new RulePolicy.Told() {
            @Override
            public void proposal(Question.Open question) {}

            @Override
            public void update(Question.Update question, String key) {
                refusedOrAsked.add(key);
            }
        });
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static State state(long version, long mine, long theirs, boolean last) {
        Allocation allocation = new Allocation(
                List.of(new Asset(1, Bytes.zero(30))),
                Balances.single(BigInteger.valueOf(mine), BigInteger.valueOf(theirs)),
                List.of());
        return new State(CHANNEL, version, allocation, last, App.NONE, Bytes.EMPTY);
    }

    private Decision decided(Rule rule, State to) {
        policy.follow(rule);
        return policy.decide(new Question.Update(BOB, CHANNEL, FROM, to, 0))
                .toCompletableFuture()
                .join();
    }

    @Test
    void theRuleDecidesOnUpdates() {
        State gift = state(2, 65, 35, false);
        State theft = state(2, 55, 45, false);
        State end = state(2, 60, 40, true);
        assertEquals(YES, decided(Rule.AUTO, gift));
        assertEquals(YES, decided(Rule.AUTO, end));
        assertEquals(YES, decided(Rule.ALL, theft));
        assertEquals(List.of(), refusedOrAsked);
        assertEquals(NO, decided(Rule.AUTO, theft));
        assertEquals(NO, decided(Rule.REJECT, gift));
        assertEquals(List.of("4", "5"), refusedOrAsked.stream().sorted().toList());
        policy.follow(Rule.REJECT);
        assertEquals(
                NO,
                policy.decide(new Question.Close(BOB, CHANNEL, end))
                        .toCompletableFuture()
                        .join());
    }

    @Test
    void anAnswerCountsOnceAndForOneQuestion() throws Exception {
        policy.follow(Rule.ASK);
        CompletionStage<Decision> first =
                policy.decide(new Question.Update(BOB, CHANNEL, FROM, state(2, 65, 35, false), 0));
        CompletionStage<Decision> second =
                policy.decide(new Question.Update(BOB, CHANNEL, FROM, state(2, 66, 34, false), 0));
        assertEquals(2, refusedOrAsked.size());
        policy.updates().answer(refusedOrAsked.get(1), YES);
        assertFalse(first.toCompletableFuture().isDone());
        assertEquals(YES, second.toCompletableFuture().join());
        assertThrows(Failure.class, () -> policy.updates().answer(refusedOrAsked.get(1), YES));
        assertThrows(Failure.class, () -> policy.proposals().answer(refusedOrAsked.get(0), YES));
    }

    @Test
    void whoSomebodyIsDoesNotChangeAlsoAfterARestart() throws Exception {
        Participant first = Participant.ethereum(Bytes.fromHex("aa".repeat(20)));
        Participant other = Participant.ethereum(Bytes.fromHex("bb".repeat(20)));
        assertEquals(Optional.empty(), peers.participant(BOB));
        assertEquals(Optional.empty(), peers.pin(BOB, first));
        assertEquals(Optional.empty(), peers.pin(BOB, first));
        assertTrue(peers.pin(BOB, other)
                .orElseThrow()
                .startsWith("bob was 0xaAaAaAaaAaAaAaaAaAAAAAAAAaaaAaAaAaaAaaAa before"));
        store.close();
        store = WalletStore.open(folder);
        PeerTable later = new PeerTable(new Pins(store.settings()));
        assertEquals(Optional.of(first), later.participant(BOB));
        assertTrue(later.pin(BOB, other).isPresent());
        assertEquals(Optional.empty(), later.find(BOB), "known, but not where");
        later.add(PeerEntry.of("carol", BOB.only().orElseThrow().hex(), "127.0.0.1:7"));
        assertTrue(later.pin(BOB, other).orElseThrow().startsWith("carol was"));
        assertEquals(7, later.find(BOB).orElseThrow().endpoint().orElseThrow().port());
    }

    @Test
    void whatWentWrongHasItsKind() {
        assertEquals("rejected", kind(engine(EngineException.Reason.REJECTED, "no")));
        assertEquals("timeout", kind(engine(EngineException.Reason.REJECTED, "no answer")));
        assertEquals("timeout", kind(engine(EngineException.Reason.PEER_OFFLINE, "x")));
        assertEquals("timeout", kind(engine(EngineException.Reason.UNANSWERED, "x")));
        assertEquals("rejected", kind(engine(EngineException.Reason.CANCELLED, "x")));
        assertEquals("chain", kind(engine(EngineException.Reason.LEDGER, "x")));
        assertEquals("other", kind(engine(EngineException.Reason.WRONG_KEY, "x")));
        assertEquals("chain", kind(new LedgerException(LedgerException.Reason.REVERTED, "x")));
        assertEquals("tx-timeout", kind(new CompletionException(new Failure(Failure.Kind.TX_TIMEOUT, "x"))));
        assertEquals("other", kind(new IllegalStateException()));
        assertEquals(
                "IllegalStateException",
                Failures.of(new IllegalStateException()).getMessage());
    }

    private static EngineException engine(EngineException.Reason reason, String words) {
        return new EngineException(reason, words);
    }

    private static String kind(Throwable thrown) {
        return Failures.of(thrown).kind().text();
    }
}
