package dev.zorya.channel.core;

import dev.zorya.channel.message.Extension;
import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.State;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What we propose next: one update at a time (safety rule 3), all waiting payments merged into it. */
final class Outgoing {
    private Outgoing() {}

    /**
     * A part of a step that is made durable together with the rest of it.
     *
     * @param book lines that belong to the same commit
     * @param effects for after the commit
     */
    record Move(ChannelState state, List<BookEntry> book, List<Effect> effects) {
        static Move rest(Live live) {
            return new Move(new Open(live), List.of(), List.of());
        }

        /** This as a step of its own; without anything new to keep there is nothing to make durable. */
        Transition alone() {
            Transition.Builder step = Transition.to(state);
            if (!(state instanceof Open)) {
                step.persist(book);
            }
            return step.then(effects).notifyBooked(book).done();
        }
    }

    /** The most urgent thing, if any: clear a version that is in doubt, pay, close, take back what was declined. */
    static Move next(Env env, Live live, Instant now) {
        if (live.isBlocked()) {
            return neutral(env, live);
        }
        if (!live.queue().isEmpty()) {
            return pay(env, live, now);
        }
        if (live.wish() == Live.Wish.CLOSE) {
            return close(env, live);
        }
        return live.authorised().isEmpty() ? Move.rest(live) : neutral(env, live);
    }

    /** As {@link #next}, but after crossing updates the peer gets a moment to go first. */
    static Move yielding(Env env, Live live, Instant now) {
        boolean idle = live.queue().isEmpty() && live.authorised().isEmpty() && live.wish() == Live.Wish.STAY_OPEN;
        return live.heat() == 0 || idle
                ? next(env, live, now)
                : new Move(new Open(live), List.of(), List.of(new Effect.Schedule(Timer.TURN, Live.YIELD)));
    }

    private static Move pay(Env env, Live live, Instant now) {
        List<Payment> taken = new ArrayList<>();
        List<Payment> left = new ArrayList<>();
        List<Effect> refused = new ArrayList<>();
        Balances balances = live.state().balances();
        BigInteger[] spent = new BigInteger[balances.assets()];
        Arrays.fill(spent, BigInteger.ZERO);
        for (Payment payment : live.queue()) {
            BigInteger sum = spent[payment.asset()].add(payment.amount());
            if (taken.size() == Extension.MAX_NOTES) {
                left.add(payment);
            } else if (sum.compareTo(balances.of(payment.asset(), live.own())) > 0) {
                refused.add(new Effect.Notify(new Notice.PaymentRefused(
                        payment.id(), Notice.Refusal.INSUFFICIENT, "the balance is spent by earlier payments")));
            } else {
                spent[payment.asset()] = sum;
                taken.add(payment);
            }
        }
        Live rest = live.with(live.authorised(), left);
        if (taken.isEmpty()) {
            Move other = next(env, rest, now);
            refused.addAll(other.effects());
            return new Move(other.state(), other.book(), refused);
        }
        for (int asset = 0; asset < spent.length; asset++) {
            if (spent[asset].signum() > 0) {
                balances = balances.move(asset, live.own(), live.dossier().peerIndex(), spent[asset]);
            }
        }
        State to = version(live, live.state().allocation().withBalances(balances), false);
        Authorised staged = rest.sign(env, to, taken);
        Updating next = new Updating(rest.authorise(staged), staged, 0);
        List<Effect> effects = new ArrayList<>(next.messages());
        effects.add(new Effect.Schedule(Timer.UPDATE, env.limits().updateAnswer()));
        effects.addAll(refused);
        return new Move(next, Booking.out(taken, BookEntry.Status.PENDING, to.version(), now), effects);
    }

    /** Safety rule 2: nothing moves, so nobody can gain by it, and whatever was in doubt below it is over one version later. */
    private static Move neutral(Env env, Live live) {
        State to = version(live, live.state().allocation(), false);
        Authorised staged = live.sign(env, to, List.of());
        Updating next = new Updating(live.authorise(staged), staged, 0);
        List<Effect> effects = new ArrayList<>(next.messages());
        effects.add(new Effect.Schedule(Timer.UPDATE, env.limits().updateAnswer()));
        return new Move(next, List.of(), effects);
    }

    private static Move close(Env env, Live live) {
        State to = version(live, live.state().allocation(), true);
        Authorised staged = live.sign(env, to, List.of());
        Finalising next = new Finalising(live.authorise(staged), staged, Finalising.Standing.ASKED);
        List<Effect> effects = new ArrayList<>(next.messages());
        effects.add(new Effect.Schedule(Timer.UPDATE, env.limits().updateAnswer()));
        return new Move(next, List.of(), effects);
    }

    private static State version(Live live, Allocation allocation, boolean isFinal) {
        State from = live.state();
        return new State(from.id(), live.nextVersion(), allocation, isFinal, from.app(), from.data());
    }

    static UpdateMessage.Update message(Live live, Authorised staged) {
        return new UpdateMessage.Update(staged.state(), live.own(), staged.own());
    }
}
