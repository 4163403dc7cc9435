package dev.zorya.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.core.Limits;
import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.ProposalBase;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.port.Question;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.storage.WalletStore;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.Coin;
import dev.zorya.wallet.api.DecisionView;
import dev.zorya.wallet.api.DecisionView.Verdict;
import dev.zorya.wallet.api.TrustPolicy;
import dev.zorya.wallet.api.TrustRule;
import dev.zorya.wallet.api.TrustRule.Outcome;
import dev.zorya.wallet.api.TrustRule.Who;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import dev.zorya.wallet.trust.Proposal.Shown;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of proposals: the policy on a real store and real contacts; only money and credentials are told by the test. */
class PersonPolicyTest {
    private static final String BANK = "did:key:zBank";
    private static final String VOUCHER = "PerunPeerVoucher";

    @TempDir
    Path folder;

    private final Person nadia = Person.of(1, Instant.now());
    private final List<WalletEvent> heard = Collections.synchronizedList(new ArrayList<>());
    private final Set<Shown> shown = new HashSet<>();
    private final List<Shown> asked = Collections.synchronizedList(new ArrayList<>());
    private Instant now = Instant.now();
    private BigInteger held = BigInteger.ZERO;
    private boolean poor;
    private WalletStore store;
    private Events events;
    private Questions questions;
    private Contacts contacts;
    private TrustBook trust;
    private PersonPolicy policy;
    private Coin coin;
    private Asset asset;

    @BeforeEach
    void open() throws Exception {
        store = WalletStore.open(folder);
        events = new Events();
        events.subscribe(heard::add);
        contacts = Contacts.load(store.contacts());
        if (contacts.all().isEmpty()) {
            contacts.save(nadia.contact("Nadia"));
        }
        Coins coins = Person.coins();
        coin = coins.own();
        asset = coins.asset(coin);
        questions = new Questions(events, () -> now);
        trust = new TrustBook(
                store.settings(), new DecisionBook(store.decisions(), coins, events), coins, contacts::now, events);
        policy = new PersonPolicy(
                contacts,
                coins,
                new ChannelRules(Limits.REAL),
                questions,
                trust,
                new Showing() {
                    @Override
                    public Set<Shown> holdingNow(String did) {
                        return did.equals(nadia.did()) ? shown : Set.of();
                    }

                    @Override
                    public void ask(String did, Shown wanted) {
                        asked.add(wanted);
                    }
                },
                () -> new Purse() {
                    @Override
                    public BigInteger heldWith(WireIdentity peer, Coin counted, ProposalId leftOut) {
                        return held;
                    }

                    @Override
                    public void requireOnChain(Amount deposit) throws WalletException {
                        if (poor) {
                            throw Problems.failure(Code.AMOUNT_ABOVE_BALANCE, "nothing");
                        }
                    }
                },
                () -> now);
    }

    @AfterEach
    void close() {
        events.close();
        store.close();
    }

    private void rules(Outcome otherwise, TrustRule... rules) throws WalletException {
        trust.policy(new TrustPolicy(List.of(rules), otherwise));
    }

    private TrustRule any(Outcome then) {
        return rule(new Who.AnyContact(), 0, null, then);
    }

    private TrustRule rule(Who who, long above, @Nullable Long upTo, Outcome then) {
        return new TrustRule(
                who,
                coin.symbol(),
                BigInteger.valueOf(above),
                upTo == null ? null : BigInteger.valueOf(upTo),
                null,
                then);
    }

    private CompletableFuture<Decision> proposed(long theirs, long mine) {
        return decide(nadia.wire(), nadia.participant(), theirs, mine, Duration.ofHours(24));
    }

    private CompletableFuture<Decision> decide(
            WireIdentity wire, Participant participant, long theirs, long mine, Duration period) {
        Balances balances = Balances.single(BigInteger.valueOf(theirs), BigInteger.valueOf(mine));
        ProposalBase base = new ProposalBase(
                new ProposalId(Bytes.wrap(Person.filled((int) (theirs + mine)))),
                period.toSeconds(),
                Bytes.wrap(new byte[32]),
                App.NONE,
                Bytes.EMPTY,
                new Allocation(List.of(asset), balances, List.of()),
                balances,
                Bytes.wrap(new byte[256]));
        return policy.decide(
                        new Question.Open(wire, new ChannelProposal.Ledger(base, participant, List.of(wire, wire))))
                .toCompletableFuture();
    }

    private DecisionView last() throws WalletException {
        return trust.decisions(1).getFirst();
    }

    private String refused(CompletableFuture<Decision> decision) {
        return assertInstanceOf(Decision.Decline.class, decision.join()).reason();
    }

    @Test
    void withoutRulesThePersonDecidesAndItIsKept() throws Exception {
        CompletableFuture<Decision> answer = proposed(3, 2);
        assertFalse(answer.isDone());
        questions.answer(questions.all().getFirst().id(), Questions.Answer.YES);
        assertEquals(new Decision.Accept(), answer.join());
        DecisionView kept = last();
        assertEquals(
                new DecisionView(
                        kept.at(),
                        nadia.did(),
                        "Nadia",
                        new Amount(BigInteger.valueOf(5), coin),
                        Verdict.ACCEPTED,
                        true,
                        "You said yes."),
                kept);
        Wait.until(() -> heard.contains(new WalletEvent.ProposalDecided(kept)));
        CompletableFuture<Decision> other = proposed(3, 2);
        questions.answer(questions.all().getFirst().id(), Questions.Answer.NO);
        assertEquals("declined", refused(other));
        assertEquals(Verdict.DECLINED, last().verdict());
        assertEquals(2, trust.decisions(10).size());
    }

    @Test
    void whatARuleAcceptsAsksNobody() throws Exception {
        rules(Outcome.ASK, rule(new Who.AnyContact(), 0, 5L, Outcome.ACCEPT));
        assertEquals(new Decision.Accept(), proposed(3, 2).join());
        assertFalse(last().byPerson());
        assertEquals("Your rule for all contacts accepts this.", last().reason());
        assertFalse(proposed(4, 2).isDone(), "one unit more is another matter");
    }

    @Test
    void manySmallChannelsAreOneLargeOne() throws Exception {
        rules(Outcome.ASK, rule(new Who.AnyContact(), 0, 5L, Outcome.ACCEPT));
        held = BigInteger.ONE;
        assertFalse(proposed(3, 2).isDone());
        assertEquals(new Decision.Accept(), proposed(3, 1).join());
    }

    @Test
    void nobodyIsBoundByARuleToWhatTheAccountCannotPay() throws Exception {
        rules(Outcome.ASK, any(Outcome.ACCEPT));
        poor = true;
        assertFalse(proposed(3, 2).isDone());
        assertEquals(new Decision.Accept(), proposed(3, 0).join(), "nothing to pay in");
    }

    @Test
    void aContactWhoseCardIsPastItsDateIsNotAcceptedUnasked() throws Exception {
        rules(Outcome.ASK, any(Outcome.ACCEPT));
        now = Instant.now().plus(Duration.ofDays(31));
        assertFalse(proposed(3, 2).isDone());
    }

    @Test
    @Tag("threat-55")
    void theGateAdmitsHoldersAndTellsOthersNoMoreThanTheyNeed() throws Exception {
        rules(Outcome.ASK, rule(new Who.NoHolder(VOUCHER, BANK), 4, null, Outcome.REFUSE), any(Outcome.ACCEPT));
        assertEquals(new Decision.Accept(), proposed(3, 1).join());
        shown.add(new Shown(VOUCHER, "did:key:zSomebodyElse"));
        String told = refused(proposed(3, 2));
        assertTrue(told.contains("a PerunPeerVoucher by did:key:zBank is needed"), told);
        assertFalse(told.matches(".*[0-9].*"), told);
        assertEquals(List.of(new Shown(VOUCHER, BANK)), asked, "they are asked for it");
        assertEquals(
                "They have not shown a PerunPeerVoucher by did:key:zBank that holds, and your rule asks for one.",
                last().reason());
        shown.add(new Shown(VOUCHER, BANK));
        assertEquals(new Decision.Accept(), proposed(3, 2).join());
        shown.clear();
        refused(proposed(3, 2));
    }

    @Test
    void whoTellsNothingAsksForNothing() throws Exception {
        TrustRule gate = rule(new Who.NoHolder(VOUCHER, BANK), 4, null, Outcome.REFUSE);
        trust.policy(new TrustPolicy(List.of(gate), Outcome.ASK, false));
        assertFalse(trust.policy().tells());
        assertEquals("such a channel is not wanted", refused(proposed(3, 2)));
        assertEquals(List.of(), asked);
    }

    @Test
    void whatNoCredentialWouldHelpIsRefusedWithoutAsking() throws Exception {
        rules(Outcome.REFUSE, rule(new Who.Holder(VOUCHER, BANK), 0, 4L, Outcome.ACCEPT));
        assertEquals("such a channel is not wanted", refused(proposed(3, 2)), "too large for holders as well");
        assertEquals(List.of(), asked);
        refused(proposed(3, 1));
        assertEquals(List.of(new Shown(VOUCHER, BANK)), asked);
    }

    @Test
    void theLimitsHoldBeforeAnyRule() throws Exception {
        rules(Outcome.ASK, any(Outcome.ACCEPT));
        for (Duration period : List.of(Duration.ofMinutes(9), Duration.ofDays(31))) {
            refused(decide(nadia.wire(), nadia.participant(), 3, 2, period));
            assertTrue(last().reason().startsWith("This is outside the limits of this wallet: "), last().reason());
        }
        refused(proposed(0, 0));
        assertEquals(3, trust.decisions(10).size());
    }

    @Test
    @Tag("threat-54")
    void anotherAddressThanThePinnedOneIsRefusedWhateverTheRules() throws Exception {
        rules(Outcome.ASK, any(Outcome.ACCEPT));
        refused(decide(nadia.wire(), Person.of(2, now).participant(), 3, 2, Duration.ofHours(24)));
        assertTrue(last().reason().contains("another address"), last().reason());
        assertNull(last().amount());
    }

    @Test
    @Tag("threat-20")
    void strangersAreRefusedWhateverTheRulesAndCannotFillTheList() throws Exception {
        rules(Outcome.ASK, any(Outcome.ACCEPT));
        for (int i = 10; i < 30; i++) {
            Person stranger = Person.of(i, now);
            refused(decide(stranger.wire(), stranger.participant(), 3, 2, Duration.ofHours(24)));
        }
        assertEquals(1, trust.decisions(100).size());
        assertEquals("", last().did());
    }

    @Test
    void aDamagedPolicyAsksAndIsTold() throws Exception {
        rules(Outcome.REFUSE, any(Outcome.ACCEPT));
        store.settings()
                .put("trust.policy", store.settings().get("trust.policy").orElseThrow() + " ");
        assertEquals(new Decision.Accept(), proposed(1, 1).join(), "a blank does no harm");
        store.settings()
                .put("trust.policy", store.settings().get("trust.policy").orElseThrow() + "x");
        assertFalse(proposed(3, 2).isDone());
        assertEquals(TrustPolicy.ASK_ALWAYS, trust.policy());
        Wait.until(() -> heard.stream()
                .anyMatch(event -> event instanceof WalletEvent.Trouble trouble
                        && trouble.problem().code() == Code.TRUST_RULES_DAMAGED));
    }

    @Test
    void rulesThatFitNothingAreNotKept() throws Exception {
        rules(Outcome.REFUSE, any(Outcome.ACCEPT));
        TrustPolicy before = trust.policy();
        for (TrustRule bad : List.of(
                new TrustRule(new Who.AnyContact(), "DOGE", BigInteger.ZERO, null, null, Outcome.ASK),
                rule(new Who.AnyContact(), 5, 5L, Outcome.ASK),
                rule(new Who.AnyContact(), -1, null, Outcome.ASK),
                rule(new Who.OneContact("Nadia"), 0, null, Outcome.ASK),
                rule(new Who.Holder("my voucher", BANK), 0, null, Outcome.ASK),
                rule(new Who.NoHolder(VOUCHER, ""), 0, null, Outcome.ASK),
                new TrustRule(
                        new Who.AnyContact(), coin.symbol(), BigInteger.ZERO, null, Duration.ZERO, Outcome.ASK))) {
            var problem = Wait.problem(() -> rules(Outcome.ASK, any(Outcome.ASK), bad));
            assertEquals(Code.TRUST_RULE_FITS_NOTHING, problem.code());
            assertEquals("Rule 2 can never fit a proposal.", problem.what());
        }
        assertEquals(before, trust.policy());
    }

    @Test
    void rulesAndDecisionsOutliveTheWallet() throws Exception {
        rules(Outcome.REFUSE, rule(new Who.AnyContact(), 0, 5L, Outcome.ACCEPT));
        proposed(3, 2).join();
        DecisionView kept = last();
        close();
        open();
        assertEquals(kept, last());
        assertEquals("such a channel is not wanted", refused(proposed(4, 2)));
        assertEquals("None of your rules fits, and what no rule fits is refused.", last().reason());
    }

    @Test
    void nothingIsAcceptedThatCannotBeKept() throws Exception {
        rules(Outcome.ASK, any(Outcome.ACCEPT));
        store.close();
        assertFalse(proposed(3, 2).isDone(), "the rules cannot be read: the person is asked");
    }

    /** Another DID does not help against a rule about the person, and a rule about an issuer means the same issuer. */
    @Test
    @Tag("threat-58")
    void rulesFollowPeopleToTheirNextDid() throws Exception {
        Person next = Person.of(2, Instant.now());
        contacts.move(contacts.require(nadia.did()), next.contact("Nadia"));
        for (int restart = 0; restart < 2; restart++) {
            rules(Outcome.ASK, rule(new Who.OneContact(nadia.did()), 0, null, Outcome.REFUSE), any(Outcome.ACCEPT));
            refused(decide(next.wire(), next.participant(), 3, 2, Duration.ofHours(24)));
            assertEquals("Your rule for Nadia refuses this.", last().reason());
            assertEquals(
                    new Who.OneContact(next.did()),
                    trust.policy().rules().getFirst().who());
            rules(Outcome.REFUSE, rule(new Who.Holder(VOUCHER, nadia.did()), 0, null, Outcome.ASK));
            refused(decide(next.wire(), next.participant(), 3, 2, Duration.ofHours(24)));
            assertEquals(new Shown(VOUCHER, next.did()), asked.getLast(), "by the name that the issuer has now");
            close();
            open();
        }
    }
}
