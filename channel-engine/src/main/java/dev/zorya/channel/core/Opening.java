package dev.zorya.channel.core;

import dev.zorya.channel.crypto.ChannelNonce;
import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.ProposalAnswer;
import dev.zorya.channel.message.ProposalBase;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.port.JournalEntry;
import dev.zorya.channel.port.Question;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.WireIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a channel begins (OFFCHAIN.md 7.1): the two first steps, and what both sides compute from a proposal. */
public final class Opening {
    private Opening() {}

    /**
     * We propose.
     *
     * @param expected the pinned wallet addresses of the peer; another participant in the answer is refused (rule 6). Null where
     *     nothing but the wire identity is known of the peer
     * @param extensions the peer's card says that it understands our own messages
     */
    public static Transition propose(
            Env env,
            WireIdentity peer,
            boolean extensions,
            @Nullable Participant expected,
            ProposalBase base,
            Instant now) {
        ChannelProposal.Ledger proposal = new ChannelProposal.Ledger(base, env.self(), List.of(env.wire(), peer));
        Dossier dossier = new Dossier(base.proposalId(), peer, extensions, 0, now);
        return Transition.to(new ProposalSent(dossier, proposal, expected))
                .persist(List.of(), Journal.line(now, "PROPOSED", 0, ""))
                .send(proposal)
                .schedule(Timer.ANSWER, env.limits().proposalAnswer())
                .done();
    }

    /** The peer proposes something that {@link #refusal} found nothing against: the policy decides. Nothing is signed yet. */
    public static Transition proposed(Env env, WireIdentity peer, ChannelProposal.Ledger proposal, Instant now) {
        ProposalBase base = proposal.base();
        Dossier dossier = new Dossier(base.proposalId(), peer, Capabilities.announced(base.aux()), 1, now);
        return Transition.to(new ProposalReceived(dossier, proposal))
                .ask(new Question.Open(peer, proposal))
                .schedule(Timer.ANSWER, patience(env, base))
                .done();
    }

    /** Nobody is asked for longer than the proposer waits. */
    static Duration patience(Env env, ProposalBase base) {
        Duration ours = env.limits().proposalAnswer();
        return Capabilities.answer(base.aux())
                .filter(theirs -> theirs.compareTo(ours) < 0)
                .orElse(ours);
    }

    /** What speaks against a proposal of {@code peer}, before anybody is asked (OFFCHAIN.md 7.1, safety rules 4, 5 and 7). */
    public static Optional<String> refusal(Env env, WireIdentity peer, ChannelProposal.Ledger proposal) {
        if (!proposal.peers().equals(List.of(peer, env.wire()))) {
            return Optional.of("the proposal names other peers");
        }
        return participant(env, proposal.participant()).or(() -> limits(env, proposal.base()));
    }

    /** What speaks against somebody as the other participant. */
    static Optional<String> participant(Env env, Participant other) {
        if (!other.addresses()
                .entries()
                .keySet()
                .equals(env.self().addresses().entries().keySet())) {
            return Optional.of("the other side has no address on this ledger");
        }
        return other.equals(env.self()) ? Optional.of("both participants would be the same") : Optional.empty();
    }

    /** The limits of safety rule 7, for our own proposals too. */
    public static Optional<String> limits(Env env, ProposalBase base) {
        Limits limits = env.limits();
        long seconds = base.challengeDuration();
        if (seconds < limits.minChallenge().toSeconds()
                || seconds > limits.maxChallenge().toSeconds()) {
            return Optional.of("the protection period must be between " + words(limits.minChallenge()) + " and "
                    + words(limits.maxChallenge()));
        }
        if (base.initialBalances().assets().size() > limits.maxAssets()) {
            return Optional.of("more than " + limits.maxAssets() + " assets");
        }
        if (base.initData().size() > limits.maxAppData()) {
            return Optional.of("more than " + limits.maxAppData() + " bytes of app data");
        }
        Optional<String> app = env.apps().initial(base.app(), base.initialBalances(), base.initData());
        if (app.isPresent()) {
            return app;
        }
        if (base.fundingAgreement().assets() != base.initialBalances().assets().size()
                || base.fundingAgreement().participants() != 2) {
            return Optional.of("the funding agreement has another shape than the balances");
        }
        return StateRules.initial(
                base.initialBalances(), base.fundingAgreement().sums(), 2);
    }

    /** @param parts both participants, the proposer first; those of the parent in a sub-channel */
    static Params params(ProposalBase base, List<Participant> parts, Bytes shareOfAccepter, boolean ledger) {
        return new Params(
                base.challengeDuration(),
                parts,
                base.app(),
                ChannelNonce.of(base.nonceShare(), shareOfAccepter),
                ledger,
                false,
                base.aux());
    }

    /** Both sides' next step after the accept: sign version 0 and wait for the other signature. */
    static Transition sign(
            Env env, Dossier dossier, ProposalBase base, Params params, ProposalAnswer accept, Instant now) {
        Terms terms = new Terms(env.scheme().channelId(params), params, base.fundingAgreement());
        State initial = new State(terms.id(), 0, base.initialBalances(), false, params.app(), base.initData());
        Bytes digest = env.scheme().digest(initial);
        InitSigning next = new InitSigning(
                dossier, terms, accept, initial, digest, env.signer().sign(digest));
        Transition.Builder step = Transition.to(next).persist(List.of(), Journal.line(now, "ACCEPTED", 0, ""));
        if (dossier.ownIndex() == 1) {
            step.send(accept);
        }
        return step.send(new UpdateMessage.Accept(terms.id(), 0, next.own()))
                .schedule(Timer.ANSWER, env.limits().proposalAnswer())
                .done();
    }

    private static String words(Duration duration) {
        return duration.toDays() > 0
                ? duration.toDays() + " days"
                : duration.toMinutes() > 0 ? duration.toMinutes() + " minutes" : duration.toSeconds() + " seconds";
    }

    static JournalEntry ended(Instant now, String reason) {
        return Journal.line(now, "ENDED", 0, "reason=" + reason);
    }
}
