package dev.zorya.channel.core;

import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The ledger has decided while the channel was in use. What was in doubt is over: a state of ours that the peer completed
 * without a word is the last one, everything above the concluded version can never take effect.
 */
final class Concluding {
    private Concluding() {}

    /**
     * A sub-channel's parent is over with the money still in it: the ledger has paid the whole tree out. Which version of this
     * one counted is not known here, so what was in doubt stays in doubt.
     */
    static Transition withParent(Live live, Instant now) {
        Transition.Builder step = Transition.to(new Withdrawn(live.dossier(), live.terms(), live.current()))
                .persist(List.of(), Journal.line(now, "CONCLUDED", live.state().version(), "with=parent"));
        live.queue().forEach(o -> step.notify(o.refused(Notice.Refusal.NOT_OPEN, "the channel around it was closed")));
        return step.done();
    }

    static Transition begin(Live live, LedgerEvent.Concluded concluded, Instant now) {
        List<Authorised> same = live.authorised().stream()
                .filter(a -> a.version() == concluded.version())
                .toList();
        // with the current one, or with two of ours, the version alone does not say which it was: those lines stay
        // pending
        boolean known = same.size() == 1 && concluded.version() != live.state().version();
        Transaction last = known
                ? Transaction.unsigned(same.getFirst().state())
                        .with(live.own(), same.getFirst().own())
                : live.current();
        List<BookEntry> book = new ArrayList<>();
        Set<Bytes> settled = new HashSet<>();
        for (Authorised possible : same) {
            possible.payments().forEach(p -> settled.add(p.id()));
            if (known) {
                book.addAll(Booking.out(possible.payments(), BookEntry.Status.DONE, possible.version(), now));
            }
        }
        for (Authorised gone : live.authorised()) {
            List<Payment> lost =
                    gone.payments().stream().filter(p -> settled.add(p.id())).toList();
            book.addAll(Booking.out(lost, BookEntry.Status.CANCELLED, gone.version(), now));
        }
        Transition.Builder step = Withdrawing.begin(live.dossier(), live.terms(), last, concluded, book)
                .notifyBooked(book);
        live.queue().stream()
                .filter(o -> !settled.contains(o.id()))
                .forEach(o -> step.notify(o.refused(Notice.Refusal.NOT_OPEN, "the channel was closed")));
        return step.done();
    }
}
