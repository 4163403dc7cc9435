package dev.zorya.wallet;

import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.port.Policy;
import dev.zorya.channel.port.Question;
import dev.zorya.channel.value.Balances;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.Coin;
import dev.zorya.wallet.api.OpenQuestion;
import java.math.BigInteger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Decides what needs no person and asks for the rest (safety rule 7). Strangers are declined unseen; nobody can take anything from us
 * with an update; a contact may always close.
 */
final class PersonPolicy implements Policy {
    /** The responder's index in a two-party channel. */
    private static final int OWN = 1;

    private static final int THEIRS = 0;

    private final Contacts contacts;
    private final Coins coins;
    private final ChannelRules rules;
    private final Questions questions;
    private final InstantSource clock;

    PersonPolicy(Contacts contacts, Coins coins, ChannelRules rules, Questions questions, InstantSource clock) {
        this.contacts = contacts;
        this.coins = coins;
        this.rules = rules;
        this.questions = questions;
        this.clock = clock;
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
            return decline("only contacts can open channels with this wallet");
        }
        return switch (open.proposal()) {
            case ChannelProposal.Ledger ledger -> open(contact.get(), ledger);
            case ChannelProposal.Sub sub -> decline("sub-channels are not supported");
            case ChannelProposal.Virtual virtual -> decline("virtual channels are not supported");
        };
    }

    private CompletionStage<Decision> open(Contact contact, ChannelProposal.Ledger proposal) {
        if (contact.from()
                .participant()
                .filter(known -> !known.equals(proposal.participant()))
                .isPresent()) {
            contacts.wrongKey(contact);
            return decline("the address is not the one that this contact is known by");
        }
        Balances balances = proposal.base().initialBalances().balances();
        Optional<Coin> coin =
                coins.find(proposal.base().initialBalances().assets().getFirst());
        if (balances.assets() != 1 || coin.isEmpty()) {
            return decline("only channels with one known coin are supported");
        }
        if (!proposal.base().fundingAgreement().equals(balances)) {
            return decline("each side has to pay in what it owns");
        }
        BigInteger mine = balances.of(0, OWN);
        BigInteger theirs = balances.of(0, THEIRS);
        Duration period = Duration.ofSeconds(proposal.base().challengeDuration());
        Optional<String> outside = rules.refusal(mine, theirs, period);
        if (outside.isPresent()) {
            return decline(outside.get());
        }
        return questions.ask(new OpenQuestion(
                proposal.base().proposalId().toString(),
                contact.did(),
                new Amount(mine, coin.get()),
                new Amount(theirs, coin.get()),
                period,
                clock.instant().plus(rules.timeToAnswer())));
    }

    private static CompletionStage<Decision> decline(String reason) {
        return CompletableFuture.completedFuture(new Decision.Decline(reason));
    }
}
