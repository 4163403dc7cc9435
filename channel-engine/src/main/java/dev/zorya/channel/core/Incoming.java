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
        if (to.equals(from)) {
            return Transition.to(open).then(List.of(live.answerAgain())).done();
        }
        int peer = live.dossier().peerIndex();
        Optional<String> refusal = update.actor() == peer
                ? StateRules.update(
                        env.apps(),
                        from,
                        to,
                        peer,
                        live.terms().params().parts().size())
                : Optional.of("the actor is not the sender");
        if (refusal.isPresent()) {
            return open.refuse(update, refusal.get());
        }
        Bytes digest = env.scheme().digest(to);
        if (!live.peerSigned(env, digest, update.signature())) {
            return open.refuse(update, "the signature is not the participant's, or not in the form the contract takes");
        }
        if (!live.maySign(to)) {
            return open.refuse(update, Reasons.BUSY);
        }
        Optional<Question> question = question(live, to);
        return question.isEmpty()
                ? Completion.theirs(env, live, update, digest, now)
                : Transition.to(new Deciding(live, update, digest))
                        .ask(question.get())
                        .done();
    }

    /** Money that comes in needs nobody's consent; everything else does. */
    private static Optional<Question> question(Live live, State to) {
        Dossier dossier = live.dossier();
        if (to.isFinal() && live.isNeutral(to)) {
            return Optional.of(new Question.Close(dossier.peer(), to.id(), to));
        }
        return !to.isFinal() && StateRules.takesNothing(live.state(), to, dossier.ownIndex())
                ? Optional.empty()
                : Optional.of(new Question.Update(dossier.peer(), to.id(), live.state(), to, dossier.ownIndex()));
    }
}
