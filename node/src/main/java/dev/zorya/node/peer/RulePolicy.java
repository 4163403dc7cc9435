package dev.zorya.node.peer;

import dev.zorya.channel.core.StateRules;
import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.port.Decision;
import dev.zorya.channel.port.Policy;
import dev.zorya.channel.port.Question;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/** Answers for a person who is not there: by the rule that is set, or by what a command says. */
final class RulePolicy implements Policy {
    private static final Decision NO = new Decision.Decline("rejected by policy");

    private final Answers<ChannelProposal> proposals = new Answers<>();
    private final Answers<Question.Update> updates = new Answers<>();
    private final AtomicLong keys = new AtomicLong();
    private final PeerTable peers;
    private final Told told;
    private volatile Rule rule;

    /** Hears of what comes in. */
    interface Told {
        /** A proposal, whoever answers it. */
        void proposal(Question.Open question);

        /**
         * An update that waits for an answer or is refused.
         *
         * @param key to answer it with
         */
        void update(Question.Update question, String key);
    }

    RulePolicy(Rule rule, PeerTable peers, Told told) {
        this.rule = rule;
        this.peers = peers;
        this.told = told;
    }

    Rule rule() {
        return rule;
    }

    void follow(Rule other) {
        rule = other;
    }

    Answers<ChannelProposal> proposals() {
        return proposals;
    }

    Answers<Question.Update> updates() {
        return updates;
    }

    @Override
    public CompletionStage<Decision> decide(Question question) {
        return switch (question) {
            case Question.Open open -> open(open);
            case Question.Update update -> update(update);
            case Question.Close close ->
                // the same question: an update that ends the channel and leaves the balances as they are
                update(new Question.Update(close.peer(), close.channel(), close.last(), close.last(), 0));
        };
    }

    private CompletionStage<Decision> open(Question.Open open) {
        ChannelProposal proposal = open.proposal();
        Optional<String> stranger = switch (proposal) {
            case ChannelProposal.Ledger ledger -> peers.pin(open.peer(), ledger.participant());
            case ChannelProposal.Sub sub -> Optional.empty();
            case ChannelProposal.Virtual virtual -> Optional.empty();
        };
        if (stranger.isPresent()) {
            told.proposal(open);
            return CompletableFuture.completedFuture(new Decision.Decline(stranger.get()));
        }
        return switch (rule) {
            case AUTO, ALL -> tell(open, CompletableFuture.completedFuture(new Decision.Accept()));
            case REJECT -> tell(open, CompletableFuture.completedFuture(NO));
            case ASK -> tell(open, proposals.ask(proposal.base().proposalId().toString(), proposal));
        };
    }

    /** The answer can be given from the moment the event is out. */
    private CompletionStage<Decision> tell(Question.Open open, CompletionStage<Decision> answer) {
        told.proposal(open);
        return answer;
    }

    private CompletionStage<Decision> update(Question.Update update) {
        String key = Long.toString(keys.incrementAndGet());
        return switch (rule) {
            case ALL -> CompletableFuture.completedFuture(new Decision.Accept());
            case AUTO ->
                StateRules.takesNothing(update.from(), update.to(), update.ownIndex())
                        ? CompletableFuture.completedFuture(new Decision.Accept())
                        : refuse(update, key);
            case REJECT -> refuse(update, key);
            case ASK -> {
                CompletionStage<Decision> answer = updates.ask(key, update);
                told.update(update, key);
                yield answer;
            }
        };
    }

    private CompletionStage<Decision> refuse(Question.Update update, String key) {
        told.update(update, key);
        return CompletableFuture.completedFuture(NO);
    }
}
