package dev.zorya.channel.core;

import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
     * @param registered what the ledger held for this one, if we know
     */
    static Transition withParent(Env env, Live live, Optional<State> registered, Instant now) {
        Verdict verdict = registered
                .map(state -> verdict(env, live, state, now))
                .orElseGet(() -> new Verdict(live.current(), List.of(), List.of(), List.of()));
        return told(
                        Transition.to(new Withdrawn(live.dossier(), live.terms(), verdict.last()))
                                .persist(
                                        verdict.book(),
                                        Journal.line(
                                                now,
                                                "CONCLUDED",
                                                verdict.last().state().version(),
                                                "with=parent")),
                        live,
                        verdict)
                .done();
    }

    /** @param registered the last that the ledger held before; counts if it is of the version that was concluded */
    static Transition begin(
            Env env, Live live, LedgerEvent.Concluded concluded, Optional<State> registered, Instant now) {
        Verdict verdict = registered
                .filter(state -> state.version() == concluded.version())
                .map(state -> verdict(env, live, state, now))
                .orElseGet(() -> guess(env, live, concluded.version(), now));
        if (live.dossier().isSub()) {
            return withParent(env, live, Optional.of(verdict.last().state()), now);
        }
        return told(
                        Withdrawing.begin(live.dossier(), live.terms(), verdict.last(), concluded, verdict.book()),
                        live,
                        verdict)
                .done();
    }

    /** The state itself is known. */
    private static Verdict verdict(Env env, Live live, State state, Instant now) {
        List<Authorised> same =
                live.authorised().stream().filter(a -> a.state().equals(state)).toList();
        List<BookEntry> book = new ArrayList<>();
        if (same.isEmpty() || same.getFirst().payments().isEmpty()) {
            Bytes digest = env.scheme().digest(state);
            // going back is another line than the one that this state once was: the other half of the digest names it
            boolean back = same.isEmpty()
                    && Long.compareUnsigned(state.version(), live.state().version()) < 0;
            Bytes name = back ? digest.slice(digest.size() / 2, digest.size()) : digest;
            book.addAll(Booking.moved(live.state(), state, name, live.own(), null, now));
        }
        return verdict(live, live.asSigned(state), same, same, book, now);
    }

    /** Only the version is known. With the current one, or with two of ours, it does not say which it was: those stay pending. */
    private static Verdict guess(Env env, Live live, long version, Instant now) {
        List<Authorised> same =
                live.authorised().stream().filter(a -> a.version() == version).toList();
        return same.size() == 1 && version != live.state().version()
                ? verdict(env, live, same.getFirst().state(), now)
                : verdict(live, live.current(), List.of(), same, List.of(), now);
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
