package dev.zorya.channel.core;

import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The ledger has decided. What was in doubt is over: a state of ours that the peer completed without a word may be the last one,
 * and everything else of ours can never take effect.
 */
final class Concluding {
    /**
     * What the ledger's word means for what we knew.
     *
     * @param last what was concluded, or the newest that we know
     * @param done states of ours that the peer completed without a word
     * @param lost states of ours that can never take effect any more
     * @param book everything that is settled by that
     */
    private record Verdict(Transaction last, List<Authorised> done, List<Authorised> lost, List<BookEntry> book) {}

    private Concluding() {}

    /**
     * The channel around this one is over with the money still in it: the ledger has paid the whole tree out.
     *
     * @param fact what the ledger held for this one, if it said so
     */
    static Transition withParent(Env env, Live live, Optional<Registration> fact, Instant now) {
        return over(
                live,
                fact.flatMap(Registration::known)
                        .map(state -> verdict(env, live, state, base(fact), now))
                        .orElseGet(() -> new Verdict(live.current(), List.of(), List.of(), List.of())),
                now);
    }

    /** @param fact what the ledger held before; what it shows of the outcome itself counts more */
    static Transition begin(
            Env env, Live live, LedgerEvent.Concluded concluded, Optional<Registration> fact, Instant now) {
        Verdict verdict = shown(live.state(), concluded)
                .or(() -> fact.flatMap(Registration::known).filter(state -> state.version() == concluded.version()))
                .map(state -> verdict(env, live, state, base(fact), now))
                .orElseGet(() -> guess(env, live, concluded.version(), fact, now));
        return live.dossier().isSub()
                ? over(live, verdict, now)
                : told(
                                Withdrawing.begin(
                                        live.dossier(), live.terms(), verdict.last(), concluded, verdict.book()),
                                live,
                                verdict)
                        .done();
    }

    private static Transition over(Live live, Verdict verdict, Instant now) {
        long version = verdict.last().state().version();
        return told(
                        Transition.to(new Withdrawn(live.dossier(), live.terms(), verdict.last()))
                                .persist(verdict.book(), Journal.line(now, "CONCLUDED", version, "with=parent")),
                        live,
                        verdict)
                .done();
    }

    /**
     * The ledger's reader found what was concluded when we had gone on with what we knew.
     *
     * @param last what we took it for
     * @param next the same phase with another last state
     */
    static Transition shown(
            Env env,
            ChannelState same,
            Transaction last,
            LedgerEvent.Concluded concluded,
            Function<Transaction, ChannelState> next,
            Instant now) {
        Optional<State> other = shown(last.state(), concluded).filter(state -> !state.equals(last.state()));
        if (other.isEmpty()) {
            return Transition.stay(same);
        }
        State state = other.get();
        List<BookEntry> book = moved(env, last.state(), state, same.dossier().ownIndex(), now);
        return Transition.to(next.apply(Transaction.unsigned(state)))
                .persist(
                        book,
                        Journal.line(
                                now,
                                "OUTCOME",
                                state.version(),
                                "taken for="
                                        + Long.toUnsignedString(last.state().version())))
                .notifyBooked(book)
                .done();
    }

    private static Optional<State> shown(State ours, LedgerEvent.Concluded concluded) {
        return Optional.ofNullable(concluded.state())
                .filter(state -> state.version() == concluded.version() && Registration.fits(ours, state));
    }

    private static Optional<State> base(Optional<Registration> fact) {
        return fact.flatMap(Registration::signed);
    }

    /**
     * The state itself is known.
     *
     * @param base a signed state that it followed, if we know
     */
    private static Verdict verdict(Env env, Live live, State state, Optional<State> base, Instant now) {
        List<Authorised> through = base.filter(from -> isByMoves(live, from, state)).stream()
                .flatMap(
                        from -> live.authorised().stream().filter(a -> a.state().equals(from)))
                .toList();
        List<Authorised> same =
                live.authorised().stream().filter(a -> a.state().equals(state)).toList();
        List<Authorised> done = Stream.concat(through.stream(), same.stream()).toList();
        List<BookEntry> book = new ArrayList<>();
        State from = live.state();
        for (Authorised ours : done) {
            if (ours.payments().isEmpty()) {
                book.addAll(moved(env, from, ours.state(), live.own(), now));
            }
            from = ours.state();
        }
        book.addAll(moved(env, from, state, live.own(), now));
        List<Authorised> possible = live.authorised().stream()
                .filter(a -> done.contains(a) || (base.isEmpty() && canMoveTo(a, state.version())))
                .toList();
        return verdict(live, live.asSigned(state), done, possible, book, now);
    }

    /** Moves led from the one to the other; our newest took its place by both signatures. */
    private static boolean isByMoves(Live live, State from, State state) {
        return !state.app().equals(App.NONE)
                && Long.compareUnsigned(from.version(), state.version()) < 0
                && !state.equals(live.state());
    }

    /** An app may have gone on from it, one participant's move after the other. */
    private static boolean canMoveTo(Authorised ours, long version) {
        return !ours.state().app().equals(App.NONE) && Long.compareUnsigned(ours.version(), version) < 0;
    }

    /** A change that is no payment of ours. */
    private static List<BookEntry> moved(Env env, State from, State to, int own, Instant now) {
        Bytes digest = env.scheme().digest(to);
        // going back is another line than the one that this state once was: the other half of the digest names it
        boolean back = Long.compareUnsigned(to.version(), from.version()) < 0;
        Bytes name = back ? digest.slice(digest.size() / 2, digest.size()) : digest;
        return Booking.moved(from, to, name, own, null, now);
    }

    /**
     * Only the version is known, or from what an app moved on. With the current version, or with two of ours, it does not say which it
     * was, and of later moves not from what they went on: those stay pending.
     */
    private static Verdict guess(Env env, Live live, long version, Optional<Registration> fact, Instant now) {
        Optional<State> moved = fact.flatMap(registered -> Optional.ofNullable(registered.base()));
        if (moved.isPresent()) {
            return verdict(env, live, moved.get(), moved, now);
        }
        List<Authorised> same =
                live.authorised().stream().filter(a -> a.version() == version).toList();
        if (same.size() == 1 && version != live.state().version()) {
            return verdict(env, live, same.getFirst().state(), base(fact), now);
        }
        List<Authorised> possible = live.authorised().stream()
                .filter(a -> same.contains(a) || canMoveTo(a, version))
                .toList();
        return verdict(live, live.current(), List.of(), possible, List.of(), now);
    }

    private static Verdict verdict(
            Live live,
            Transaction last,
            List<Authorised> done,
            List<Authorised> possible,
            List<BookEntry> moved,
            Instant now) {
        List<BookEntry> book = new ArrayList<>(moved);
        Set<Bytes> settled = new HashSet<>();
        possible.forEach(a -> a.payments().forEach(p -> settled.add(p.id())));
        done.forEach(a -> book.addAll(Booking.out(a.payments(), BookEntry.Status.DONE, a.version(), now)));
        List<Authorised> lost =
                live.authorised().stream().filter(a -> !possible.contains(a)).toList();
        for (Authorised gone : lost) {
            List<Payment> payments =
                    gone.payments().stream().filter(p -> settled.add(p.id())).toList();
            book.addAll(Booking.out(payments, BookEntry.Status.CANCELLED, gone.version(), now));
        }
        return new Verdict(last, done, lost, book);
    }

    private static Transition.Builder told(Transition.Builder step, Live live, Verdict verdict) {
        step.notifyBooked(verdict.book());
        verdict.done()
                .forEach(ours -> ours.orders().stream()
                        .filter(order -> order.payment().isEmpty())
                        .forEach(order -> step.notify(new Notice.Changed(order.id(), ours.state()))));
        Set<Bytes> answered = new HashSet<>();
        verdict.book().forEach(line -> answered.add(line.id()));
        List<Order> left = new ArrayList<>(live.queue());
        verdict.lost().forEach(gone -> left.addAll(gone.orders()));
        left.stream()
                .filter(order -> answered.add(order.id()))
                .filter(order -> live.authorised().stream()
                        .noneMatch(
                                a -> !verdict.lost().contains(a) && a.orders().contains(order)))
                .forEach(order -> step.notify(order.refused(Notice.Refusal.NOT_OPEN, "the channel was closed")));
        return step;
    }
}
