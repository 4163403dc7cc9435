package dev.zorya.channel.core;

import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.value.Transaction;
import java.time.Instant;
import java.util.List;

/**
 * The last state is fully signed; one of the two concludes.
 *
 * @param proposer index of who proposed the final state and concludes first, so that the fee is paid once
 */
public record Final(Dossier dossier, Terms terms, Transaction last, int proposer) implements ChannelState {
    @Override
    public Phase phase() {
        return Phase.FINAL;
    }

    Effect settle(Env env) {
        return proposer == dossier.ownIndex()
                ? new Effect.Submit(new Intent.ConcludeFinal(terms.params(), last))
                : new Effect.Schedule(Timer.LEDGER, env.limits().concludeFallback());
    }

    @Override
    public Transition timedOut(Env env, Timer timer, Instant now) {
        return switch (timer) {
            case LEDGER ->
                Transition.to(this)
                        .submit(new Intent.ConcludeFinal(terms.params(), last))
                        .done();
            case ANSWER, UPDATE, TURN -> Transition.stay(this);
        };
    }

    /** The peer asks again for the last state: it did not get our answer. */
    @Override
    public Transition update(Env env, UpdateMessage.Update update, Instant now) {
        return update.state().equals(last.state())
                ? Transition.to(this)
                        .send(new UpdateMessage.Accept(
                                terms.id(),
                                last.state().version(),
                                last.ordered().get(dossier.ownIndex())))
                        .done()
                : refuse(update, Reasons.CLOSING);
    }

    @Override
    public Transition resume(Env env, Instant now) {
        return Transition.to(this).then(List.of(settle(env))).done();
    }

    /** Whatever is registered: a final state wins over it (ONCHAIN.md 5). Nobody is waited for any more. */
    @Override
    public Transition registered(Env env, LedgerEvent.Registered event, Instant now) {
        return Transition.to(this)
                .persist(
                        List.of(),
                        Journal.line(
                                event.time(),
                                "REGISTERED",
                                event.version(),
                                "ours=" + Long.toUnsignedString(last.state().version()) + " final block="
                                        + event.block()))
                .submit(new Intent.ConcludeFinal(terms.params(), last))
                .done();
    }

    @Override
    public Transition closeAlone(Env env, Instant now) {
        return Transition.to(this)
                .submit(new Intent.ConcludeFinal(terms.params(), last))
                .done();
    }

    @Override
    public Transition concluded(Env env, LedgerEvent.Concluded concluded, Instant now) {
        return Withdrawing.begin(dossier, terms, last, concluded, List.of()).done();
    }

    /** It is closed: whoever asks for that hears so. */
    @Override
    public Transition close(Env env, Instant now) {
        return Transition.stay(this);
    }
}
