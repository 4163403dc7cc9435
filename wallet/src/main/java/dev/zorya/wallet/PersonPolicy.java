package dev.zorya.wallet;

import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.port.Policy;
import dev.zorya.channel.port.Question;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.Coin;
import dev.zorya.wallet.api.DecisionView;
import dev.zorya.wallet.api.DecisionView.Verdict;
import dev.zorya.wallet.api.OpenQuestion;
import dev.zorya.wallet.api.TrustPolicy;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.trust.Proposal;
import dev.zorya.wallet.trust.Proposal.Shown;
import dev.zorya.wallet.trust.Ruling;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what needs no person and asks for the rest. Strangers are declined unseen and this wallet's limits hold before any rule of
 * the trust policy (safety rule 7); nobody can take anything from us with an update; a contact may always close.
 */
final class PersonPolicy implements Policy {
    private static final Logger LOG = LoggerFactory.getLogger(PersonPolicy.class);

    /** The responder's index in a two-party channel. */
    private static final int OWN = 1;

    private static final int THEIRS = 0;

    /** So often at most a stranger is worth a line: they must not fill the list. */
    private static final Duration STRANGERS = Duration.ofMinutes(1);

    private final Contacts contacts;
    private final Coins coins;
    private final ChannelRules rules;
    private final Questions questions;
    private final TrustBook trust;
    private final Showing showing;
    private final Supplier<Purse> purse;
    private final InstantSource clock;
    private final Reasons reasons;
    private final AtomicReference<Instant> lastStranger = new AtomicReference<>(Instant.MIN);

    PersonPolicy(
            Contacts contacts,
            Coins coins,
            ChannelRules rules,
            Questions questions,
            TrustBook trust,
            Showing showing,
            Supplier<Purse> purse,
            InstantSource clock) {
        this.contacts = contacts;
        this.coins = coins;
        this.rules = rules;
        this.questions = questions;
        this.trust = trust;
        this.showing = showing;
        this.purse = purse;
        this.clock = clock;
        this.reasons = new Reasons(contacts);
    }

    /** What a contact wants, once it is within the limits. */
    private record Wish(Contact contact, ProposalId id, Amount mine, Amount theirs, Duration period) {
        Amount all() {
            return mine.plus(theirs);
        }
    }

    @Override
    public CompletionStage<Decision> decide(Question question) {
        return switch (question) {
            case Question.Open open -> open(open);
            case Question.Update update -> decline("this update would take something from the other side");
            case Question.Close close -> CompletableFuture.completedFuture(new Decision.Accept());
        };
    }

    private CompletionStage<Decision> open(Question.Open open) {
        Optional<Contact> contact = contacts.byWire(open.peer());
        if (contact.isEmpty()) {
            stranger();
            return decline("only contacts can open channels with this wallet");
        }
        return switch (open.proposal()) {
            case ChannelProposal.Ledger ledger -> open(contact.get(), ledger);
            case ChannelProposal.Sub sub -> refuse(contact.get(), null, "sub-channels are not supported");
            case ChannelProposal.Virtual virtual -> refuse(contact.get(), null, "virtual channels are not supported");
        };
    }

    private CompletionStage<Decision> open(Contact contact, ChannelProposal.Ledger proposal) {
        Balances balances = proposal.base().initialBalances().balances();
        Optional<Coin> coin =
                coins.find(proposal.base().initialBalances().assets().getFirst());
        if (contact.from()
                .participant()
                .filter(known -> !known.equals(proposal.participant()))
                .isPresent()) {
            contacts.wrongKey(contact);
            keep(contact, null, Verdict.DECLINED, false, Texts.get("decision.wrong-key"));
            return decline("the address is not the one that this contact is known by");
        }
        if (balances.assets() != 1 || coin.isEmpty()) {
            return refuse(contact, null, "only channels with one known coin are supported");
        }
        Wish wish = new Wish(
                contact,
                proposal.base().proposalId(),
                new Amount(balances.of(0, OWN), coin.get()),
                new Amount(balances.of(0, THEIRS), coin.get()),
                Duration.ofSeconds(proposal.base().challengeDuration()));
        if (!proposal.base().fundingAgreement().equals(balances)) {
            return refuse(contact, wish.all(), "each side has to pay in what it owns");
        }
        return rules.refusal(wish.mine().units(), wish.theirs().units(), wish.period())
                .map(outside -> refuse(contact, wish.all(), outside))
                .orElseGet(() -> judge(wish));
    }

    private CompletionStage<Decision> judge(Wish wish) {
        TrustPolicy policy = policy();
        Proposal proposal = proposal(wish);
        Ruling ruling = Ruling.of(policy, proposal);
        return switch (ruling.outcome()) {
            case ACCEPT -> accept(wish, reasons.of(ruling));
            case ASK -> ask(wish);
            case REFUSE -> {
                keep(wish.contact(), wish.all(), Verdict.DECLINED, false, reasons.of(ruling));
                yield decline(refused(policy, proposal));
            }
        };
    }

    /** Neither limits nor names: who proposes learns what they can do about it, if the person lets them, and no more. */
    private String refused(TrustPolicy policy, Proposal proposal) {
        Optional<Shown> lacking = policy.tells() ? Ruling.lacking(policy, proposal) : Optional.empty();
        lacking.ifPresent(credential -> showing.ask(proposal.did(), credential));
        return lacking.map(credential -> "a " + credential.type() + " by " + credential.issuerDid()
                        + " is needed for this channel, and none that holds was shown")
                .orElse("such a channel is not wanted");
    }

    /** Without its rules the wallet accepts nothing unasked. */
    private TrustPolicy policy() {
        try {
            return trust.policy();
        } catch (WalletException e) {
            LOG.warn("the trust policy cannot be read now: {}", e.getMessage());
            return TrustPolicy.ASK_ALWAYS;
        }
    }

    private Proposal proposal(Wish wish) {
        Contact contact = wish.contact();
        Coin coin = wish.mine().coin();
        BigInteger held = purse.get().heldWith(contact.wire(), coin, wish.id());
        return new Proposal(
                contact.did(),
                coin.symbol(),
                held.add(wish.all().units()),
                wish.period(),
                contact.codeCompared(),
                showing.holdingNow(contact.did()));
    }

    /** A rule says yes: the person is asked all the same where it could not be kept, or not be paid. */
    private CompletionStage<Decision> accept(Wish wish, String reason) {
        if (wish.contact().expired(clock.instant()) || !affordable(wish.mine())) {
            return ask(wish);
        }
        return keep(wish.contact(), wish.all(), Verdict.ACCEPTED, false, reason)
                ? CompletableFuture.completedFuture(new Decision.Accept())
                : decline("this wallet cannot keep what it decides");
    }

    private boolean affordable(Amount deposit) {
        try {
            if (deposit.units().signum() > 0) {
                purse.get().requireOnChain(deposit);
            }
            return true;
        } catch (WalletException e) {
            return false;
        }
    }

    private CompletionStage<Decision> ask(Wish wish) {
        return questions
                .ask(new OpenQuestion(
                        wish.id().toString(),
                        wish.contact().did(),
                        wish.mine(),
                        wish.theirs(),
                        wish.period(),
                        clock.instant().plus(rules.timeToAnswer())))
                .thenApplyAsync(answer -> answered(wish, answer), Thread::startVirtualThread);
    }

    private Decision answered(Wish wish, Questions.Answer answer) {
        return switch (answer) {
            case YES -> {
                keep(wish.contact(), wish.all(), Verdict.ACCEPTED, true, Texts.get("decision.person.yes"));
                yield new Decision.Accept();
            }
            case NO -> {
                keep(wish.contact(), wish.all(), Verdict.DECLINED, true, Texts.get("decision.person.no"));
                yield new Decision.Decline("declined");
            }
            case NONE -> {
                keep(wish.contact(), wish.all(), Verdict.UNANSWERED, true, Texts.get("decision.person.none"));
                yield new Decision.Decline("no answer in time");
            }
            case TOO_MANY -> {
                keep(wish.contact(), wish.all(), Verdict.DECLINED, false, Texts.get("decision.too-many"));
                yield new Decision.Decline("too many proposals wait for an answer");
            }
        };
    }

    private void stranger() {
        Instant now = clock.instant();
        Instant last = lastStranger.get();
        if (now.minus(STRANGERS).isAfter(last) && lastStranger.compareAndSet(last, now)) {
            keep(new DecisionView(now, "", "", null, Verdict.DECLINED, false, Texts.get("decision.stranger")));
        }
    }

    /** @param outside the limit, in words for either side */
    private CompletionStage<Decision> refuse(Contact contact, @Nullable Amount all, String outside) {
        keep(contact, all, Verdict.DECLINED, false, Texts.get("decision.limits", outside));
        return decline(outside);
    }

    private boolean keep(Contact contact, @Nullable Amount all, Verdict verdict, boolean byPerson, String reason) {
        return keep(new DecisionView(clock.instant(), contact.did(), contact.name(), all, verdict, byPerson, reason));
    }

    private boolean keep(DecisionView decision) {
        try {
            trust.decided(decision);
            return true;
        } catch (StoreException e) {
            LOG.warn("a decision could not be kept: {}", e.getMessage());
            return false;
        }
    }

    private static CompletionStage<Decision> decline(String reason) {
        return CompletableFuture.completedFuture(new Decision.Decline(reason));
    }
}
