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
import java.util.Optional;

/** What we propose next: one update at a time (safety rule 3), waiting payments merged into it. */
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

        Move with(List<BookEntry> lines) {
            return new Move(state, lines, effects);
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

    /** The most urgent thing, if any: clear a version that is in doubt, serve a sub-channel, pay, close, take back what was declined. */
    static Move next(Env env, Live live, Instant now) {
        if (live.isBlocked()) {
            return neutral(env, live);
        }
        Optional<Allocation> child = env.family().due(live);
        if (child.isPresent()) {
            State to = version(live, child.get(), false);
            Authorised staged = live.sign(env, to, List.of());
            return update(env, live.authorise(staged), staged);
        }
        if (!live.queue().isEmpty()) {
            return order(env, live, live.queue().getFirst(), now);
        }
        if (live.wish() == Live.Wish.CLOSE) {
            return close(env, live, now);
        }
        return live.authorised().isEmpty() ? Move.rest(live) : neutral(env, live);
    }

    /** As {@link #next}, but after crossing updates the peer gets a moment to go first. */
    static Move yielding(Env env, Live live, Instant now) {
        boolean idle = live.queue().isEmpty()
                && env.family().due(live).isEmpty()
                && live.authorised().isEmpty()
                && live.wish() == Live.Wish.STAY_OPEN;
        return live.heat() == 0 || idle
                ? next(env, live, now)
                : new Move(new Open(live), List.of(), List.of(new Effect.Schedule(Timer.TURN, Live.YIELD)));
    }

    private static Move order(Env env, Live live, Order first, Instant now) {
        return switch (first) {
            case Payment payment -> pay(env, live, now);
            case Change change -> change(env, live, change, now);
        };
    }

    /** All payments up to the first order of another kind, in one update. */
    private static Move pay(Env env, Live live, Instant now) {
        List<Payment> taken = new ArrayList<>();
        List<Order> left = new ArrayList<>();
        List<Effect> refused = new ArrayList<>();
        Balances balances = live.state().balances();
        BigInteger[] spent = new BigInteger[balances.assets()];
        Arrays.fill(spent, BigInteger.ZERO);
        for (Order order : live.queue()) {
            Optional<Payment> next =
                    left.isEmpty() && taken.size() < Extension.MAX_NOTES ? order.payment() : Optional.empty();
            if (next.isEmpty()) {
                left.add(order);
                continue;
            }
            Payment payment = next.get();
            BigInteger sum = spent[payment.asset()].add(payment.amount());
            if (sum.compareTo(balances.of(payment.asset(), live.own())) > 0) {
                refused.add(new Effect.Notify(
                        payment.refused(Notice.Refusal.INSUFFICIENT, "the balance is spent by earlier payments")));
            } else {
                spent[payment.asset()] = sum;
                taken.add(payment);
            }
        }
        Live rest = live.with(live.authorised(), left);
        if (taken.isEmpty()) {
            return instead(env, rest, refused, now);
        }
        for (int asset = 0; asset < spent.length; asset++) {
            if (spent[asset].signum() > 0) {
                balances = balances.move(asset, live.own(), live.dossier().peerIndex(), spent[asset]);
            }
        }
        State to = version(live, live.state().allocation().withBalances(balances), false);
        Optional<String> refusal = refusal(env, live, to);
        if (refusal.isPresent()) {
            taken.forEach(p -> refused.add(new Effect.Notify(p.refused(Notice.Refusal.RULES, refusal.get()))));
            return instead(env, rest, refused, now);
        }
        Authorised staged = rest.sign(env, to, taken);
        Updating next = new Updating(rest.authorise(staged), staged, 0);
        return propose(env, next, next.messages(), refused)
                .with(Booking.out(taken, BookEntry.Status.PENDING, to.version(), now));
    }

    private static Move change(Env env, Live live, Change change, Instant now) {
        Live rest = live.without(List.of(change));
        Optional<Change.Next> wanted;
        try {
            wanted = change.step().from(live.state());
        } catch (RuntimeException e) {
            // an application's fault must not keep the channel from taking the peer's messages
            return instead(env, rest, refusal(change, "the application failed: " + e.getMessage()), now);
        }
        if (wanted.isEmpty()) {
            return instead(env, rest, refusal(change, "it does not fit the present state any more"), now);
        }
        Change.Next next = wanted.get();
        if (next.balances().assets() != live.state().balances().assets()) {
            return instead(env, rest, refusal(change, "balances for another number of assets"), now);
        }
        State from = live.state();
        State to = new State(
                from.id(),
                live.nextVersion(),
                from.allocation().withBalances(next.balances()),
                next.last(),
                from.app(),
                next.data());
        Optional<String> refusal = refusal(env, live, to);
        if (refusal.isPresent()) {
            return instead(env, rest, refusal(change, refusal.get()), now);
        }
        Authorised staged = rest.sign(env, to, List.of(change));
        Live signed = rest.authorise(staged);
        return next.last() ? last(env, signed, staged) : update(env, signed, staged);
    }

    /** Nothing is signed that we would refuse if the peer proposed it (safety rules 4 and 7). */
    private static Optional<String> refusal(Env env, Live live, State to) {
        return StateRules.update(env.apps(), live.terms().params(), live.state(), to, live.own())
                .or(() -> StateRules.data(env.limits(), to));
    }

    private static List<Effect> refusal(Change change, String reason) {
        return List.of(new Effect.Notify(change.refused(Notice.Refusal.RULES, reason)));
    }

    /** Whatever else is to be done, after telling that something is not. */
    private static Move instead(Env env, Live rest, List<Effect> refused, Instant now) {
        Move other = next(env, rest, now);
        List<Effect> effects = new ArrayList<>(refused);
        effects.addAll(other.effects());
        return new Move(other.state(), other.book(), effects);
    }

    /** Safety rule 2: nothing moves, so nobody can gain by it, and whatever was in doubt below it is over one version later. */
    private static Move neutral(Env env, Live live) {
        State to = version(live, live.state().allocation(), false);
        Authorised staged = live.sign(env, to, List.of());
        return update(env, live.authorise(staged), staged);
    }

    private static Move close(Env env, Live live, Instant now) {
        Optional<String> refusal = Closing.refusal(live);
        if (refusal.isPresent()) {
            // a sub-channel was on its way when the person closed
            List<Effect> told = List.of(new Effect.Notify(new Notice.CloseRefused(refusal.get())));
            return instead(env, live.withWish(Live.Wish.STAY_OPEN), told, now);
        }
        State to = version(live, live.state().allocation(), true);
        Authorised staged = live.sign(env, to, List.of());
        return last(env, live.authorise(staged), staged);
    }

    private static Move update(Env env, Live live, Authorised staged) {
        Updating next = new Updating(live, staged, 0);
        return propose(env, next, next.messages(), List.of());
    }

    private static Move last(Env env, Live live, Authorised staged) {
        Finalising next = new Finalising(live, staged, Finalising.Standing.ASKED);
        return propose(env, next, next.messages(), List.of());
    }

    private static Move propose(Env env, ChannelState next, List<Effect> messages, List<Effect> refused) {
        List<Effect> effects = new ArrayList<>(messages);
        effects.add(new Effect.Schedule(Timer.UPDATE, env.limits().updateAnswer()));
        effects.addAll(refused);
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
