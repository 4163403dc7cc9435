package dev.zorya.channel.core;

import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.port.Question;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An update that the peer proposes while nothing of ours is outstanding (OFFCHAIN.md 7.3). */
final class Incoming {
    private Incoming() {}

    static Transition receive(Env env, Open open, UpdateMessage.Update update, Instant now) {
        Live live = open.live();
        State from = live.state();
        State to = update.state();
        Optional<List<Effect>> behind = live.behind(update);
        if (behind.isPresent()) {
            return new Transition(open, behind.get());
        }
        Optional<Authorised> ours = live.authorised().stream()
                .filter(a -> a.state().equals(to) && live.peerSigned(env, a.digest(), update.signature()))
                .findFirst();
        if (ours.isPresent()) {
            return Completion.agreed(env, live, ours.get(), update.signature(), now);
        }
        int peer = live.dossier().peerIndex();
        boolean awaited = env.family().awaits(from, to);
        Optional<String> refusal = update.actor() == peer
                ? awaited
                        ? StateRules.lock(live.terms().params(), from, to, peer)
                        : StateRules.update(env.apps(), live.terms().params(), from, to, peer)
                                .or(() -> StateRules.data(env.limits(), to))
                : Optional.of("the actor is not the sender");
        if (refusal.isPresent()) {
            return open.refuse(update, refusal.get());
        }
        Bytes digest = env.scheme().digest(to);
        if (!live.peerSigned(env, digest, update.signature())) {
            return open.refuse(update, "the signature is not the participant's, or not in the form the contract takes");
        }
        if (!live.maySign(to)) {
            // who proposed an end can sign nothing else, so nothing will ever make room for it
            return open.refuse(update, to.isFinal() ? Reasons.CROSSED : Reasons.BUSY);
        }
        if (to.isFinal() && Closing.isStuck(live)) {
            return open.refuse(update, "whoever opened a sub-channel has to close it");
        }
        return awaited || env.apps().settles(from, to, live.own())
                ? Completion.theirs(env, live, update, digest, now)
                : Transition.to(new Deciding(live, update, digest))
                        .ask(question(live, to))
                        .schedule(Timer.ANSWER, env.limits().proposalAnswer())
                        .done();
    }

    /** For everything that neither only gives us money nor is settled by the rules of the app. */
    static Question question(Live live, State to) {
        Dossier dossier = live.dossier();
        return to.isFinal() && live.isNeutral(to)
                ? new Question.Close(dossier.peer(), to.id(), to)
                : new Question.Update(dossier.peer(), to.id(), live.state(), to, dossier.ownIndex());
    }
}
