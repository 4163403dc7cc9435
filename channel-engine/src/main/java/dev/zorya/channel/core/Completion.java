package dev.zorya.channel.core;

import dev.zorya.channel.message.ChannelSync;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.Intent;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A new version becomes fully signed. One commit holds it, its book lines and whatever we authorise next, so that the steady
 * state of payments costs two commits in series (DESIGN.md 2).
 */
final class Completion {
    private Completion() {}

    /** The peer's signature completes one of our states that were left without an answer (safety rule 2, OFFCHAIN.md 7.3). */
    static Optional<Transition> late(Env env, Live live, long version, Signature peer, Instant now) {
        return live.completedBy(env, version, peer).map(state -> ours(env, live, state, peer, List.of(), now));
    }

    static Optional<Transition> late(Env env, Live live, ChannelSync sync, Instant now) {
        return live.answerIn(sync)
                .flatMap(peer -> late(env, live, live.nextVersion(), peer, now))
                .or(() -> sync.transaction()
                        .filter(shown -> isAhead(env, live, shown))
                        .map(shown -> adopt(env, live, shown, now)));
    }

    /**
     * The peer holds a newer state that both have signed, and we do not know of it: our store is older than its. The state can
     * be enforced whether we like it or not, and is never worse for us to know (safety rule 10).
     */
    private static boolean isAhead(Env env, Live live, Transaction shown) {
        State state = shown.state();
        Bytes digest = env.scheme().digest(state);
        return state.id().equals(live.state().id())
                && Long.compareUnsigned(state.version(), live.state().version()) > 0
                && shown.isComplete()
                && StateRules.payable(
                                state.allocation(),
                                live.terms().params().parts().size())
                        .isEmpty()
                && state.allocation().sums().equals(live.state().allocation().sums())
                && env.scheme()
                        .verify(
                                digest,
                                shown.ordered().get(live.own()),
                                live.terms().part(live.own()))
                && live.peerSigned(
                        env, digest, shown.ordered().get(live.dossier().peerIndex()));
    }

    private static Transition adopt(Env env, Live live, Transaction shown, Instant now) {
        State state = shown.state();
        List<BookEntry> book =
                new ArrayList<>(Booking.moved(live.state(), state, env.scheme().digest(state), live.own(), null, now));
        // what we signed on the way may be part of it: trying that again could pay it twice
        List<Order> perhapsDone = live.authorised().stream()
                .flatMap(signed -> signed.orders().stream())
                .toList();
        Live after = live.advance(shown).without(perhapsDone);
        Transition step = state.isFinal()
                ? close(env, live, shown, live.dossier().peerIndex(), book, List.of(), now)
                : go(live, after, List.of(), book, List.of(), Outgoing.next(env, after, now), now);
        return step.after(Journal.line(now, "CAUGHT_UP", state.version(), ""));
    }

    /** The peer signed what we proposed. {@code answers} go out after the commit, before anything new. */
    static Transition ours(Env env, Live live, Authorised staged, Signature peer, List<Effect> answers, Instant now) {
        Transaction complete = complete(live, staged, peer);
        Live after = live.advance(complete);
        List<Payment> paid = staged.payments();
        after = after.without(staged.orders());
        List<BookEntry> book = new ArrayList<>(
                paid.isEmpty()
                        ? Booking.moved(live.state(), staged.state(), staged.digest(), live.own(), null, now)
                        : Booking.out(paid, BookEntry.Status.DONE, staged.version(), now));
        List<Effect> first = new ArrayList<>(answers);
        first.addAll(changed(staged));
        return staged.state().isFinal()
                ? close(env, live, complete, live.own(), book, first, now)
                : go(live, after, paid, book, first, Outgoing.yielding(env, after, now), now);
    }

    private static Transaction complete(Live live, Authorised staged, Signature peer) {
        return Transaction.unsigned(staged.state())
                .with(live.own(), staged.own())
                .with(live.dossier().peerIndex(), peer);
    }

    private static List<Effect> changed(Authorised staged) {
        return staged.orders().stream()
                .filter(order -> order.payment().isEmpty())
                .<Effect>map(order -> new Effect.Notify(new Notice.Changed(order.id(), staged.state())))
                .toList();
    }

    /**
     * The peer signed our final state while something is registered. The judge prefers it to any version (ONCHAIN.md 5), but only
     * until it has concluded what it holds, and who of the two comes first nobody here can know. So the channel stays before the
     * judge, and payments in doubt stay pending, until the ledger says what it was.
     *
     * @param after the phase of the dispute as it was, from then on with the final state
     */
    static Transition disputed(
            Live live,
            Authorised end,
            Signature peer,
            Function<Live, Disputed> after,
            List<Effect> answers,
            Instant now) {
        Transaction complete = complete(live, end, peer);
        List<BookEntry> book = Booking.moved(live.state(), end.state(), end.digest(), live.own(), null, now);
        Disputed next = after.apply(live.ended(complete));
        return Transition.to(next)
                .persist(book, Journal.line(now, "FINAL", end.version(), "proposer=" + live.own()))
                .then(answers)
                .submit(new Intent.ConcludeFinal(live.terms().params(), complete))
                .then(changed(end))
                .notify(new Notice.Disputed(DisputeSnapshot.of(next)))
                .notifyBooked(book)
                .done();
    }

    /** Both proposed the same: no question, nothing new is signed, the peer gets our signature as its answer. */
    static Transition agreed(Env env, Live live, Authorised ours, Signature peer, Instant now) {
        return ours(env, live, ours, peer, List.of(answer(ours)), now);
    }

    static Effect answer(Authorised ours) {
        return new Effect.Send(new UpdateMessage.Accept(ours.state().id(), ours.version(), ours.own()));
    }

    /** We sign what the peer proposed; all checks have passed. */
    static Transition theirs(Env env, Live live, UpdateMessage.Update update, Bytes digest, Instant now) {
        State to = update.state();
        Signature own = env.signer().sign(digest);
        Transaction complete = Transaction.unsigned(to)
                .with(live.own(), own)
                .with(live.dossier().peerIndex(), update.signature());
        List<BookEntry> book = new ArrayList<>(Booking.moved(live.state(), to, digest, live.own(), live.notes(), now));
        List<Effect> answers = List.of(new Effect.Send(new UpdateMessage.Accept(to.id(), to.version(), own)));
        if (to.isFinal()) {
            return close(env, live, complete, live.dossier().peerIndex(), book, answers, now);
        }
        Live after = live.advance(complete);
        return go(live, after, List.of(), book, answers, Outgoing.next(env, after, now), now);
    }

    private static Transition go(
            Live before,
            Live after,
            List<Payment> paid,
            List<BookEntry> book,
            List<Effect> answers,
            Outgoing.Move move,
            Instant now) {
        book.addAll(Booking.cancelled(before, after, paid, now));
        List<BookEntry> all = new ArrayList<>(book);
        all.addAll(move.book());
        return Transition.to(move.state())
                .persist(all)
                .then(answers)
                .then(move.effects())
                .notifyBooked(book)
                .notifyBooked(move.book())
                .done();
    }

    private static Transition close(
            Env env,
            Live before,
            Transaction last,
            int proposer,
            List<BookEntry> book,
            List<Effect> answers,
            Instant now) {
        Live after = before.advance(last);
        after = after.with(after.authorised(), List.of());
        book.addAll(Booking.cancelled(before, after, List.of(), now));
        Final end = new Final(before.dossier(), before.terms(), last, proposer);
        boolean sub = before.dossier().isSub();
        Transition.Builder step = Transition.to(sub ? new Returning(before.dossier(), before.terms(), last) : end)
                .persist(book, Journal.line(now, "FINAL", last.state().version(), "proposer=" + proposer))
                .then(answers)
                .then(sub ? List.of() : List.of(end.settle(env)))
                .notifyBooked(book);
        before.queue().forEach(o -> step.notify(o.refused(Notice.Refusal.NOT_OPEN, "the channel is closing")));
        return step.done();
    }
}
