package dev.zorya.channel.core;

import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.message.ProposalAnswer;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import java.time.Instant;
import java.util.List;

/**
 * We signed version 0 and wait for the peer's signature. Nothing is paid in before both are there (OFFCHAIN.md 7.1).
 *
 * @param accept the responder's answer, to send again if it got lost
 */
public record InitSigning(
        Dossier dossier, Terms terms, ProposalAnswer accept, State initial, Bytes digest, Signature own)
        implements ChannelState {
    @Override
    public Phase phase() {
        return Phase.INIT_SIGNING;
    }

    @Override
    public Transition accepted(Env env, UpdateMessage.Accept signed, Instant now) {
        if (signed.version() != 0
                || !env.scheme().verify(digest, signed.signature(), terms.part(dossier.peerIndex()))) {
            return Transition.stay(this);
        }
        Transaction complete = Transaction.unsigned(initial)
                .with(dossier.ownIndex(), own)
                .with(dossier.peerIndex(), signed.signature());
        if (dossier.isSub()) {
            return Locking.begin(env, dossier, terms, complete, now);
        }
        Funding next = Funding.begin(dossier, terms, complete);
        return Transition.to(next)
                .persist(List.of(), Journal.line(now, "SIGNED", 0, ""))
                .then(next.deposits())
                .done();
    }

    @Override
    public Transition connected(Env env, Instant now) {
        Transition.Builder step = Transition.to(this);
        if (dossier.ownIndex() == 1) {
            step.send(accept);
        }
        return step.send(new UpdateMessage.Accept(terms.id(), 0, own)).done();
    }

    @Override
    public Transition proposedAgain(Env env, ChannelProposal proposal, Instant now) {
        return connected(env, now);
    }

    @Override
    public Transition resume(Env env, Instant now) {
        return Transition.to(this)
                .then(connected(env, now).effects())
                .schedule(Timer.ANSWER, env.limits().proposalAnswer())
                .done();
    }

    @Override
    public Transition neighbours(Env env, Instant now) {
        return env.family().isParentOver() ? end(Reasons.PARENT_CLOSED, now) : Transition.stay(this);
    }

    private Transition end(String reason, Instant now) {
        return Transition.to(new Ended(dossier, initial.allocation(), reason))
                .persist(List.of(), Opening.ended(now, reason))
                .done();
    }

    @Override
    public Transition timedOut(Env env, Timer timer, Instant now) {
        return switch (timer) {
            case ANSWER -> end("the other side stopped while the channel was being signed; nothing was paid in", now);
            case UPDATE, TURN, LEDGER -> Transition.stay(this);
        };
    }
}
