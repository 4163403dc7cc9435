package dev.zorya.channel.core;

import dev.zorya.channel.message.Extension;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.State;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines of the book that belong to a step. */
final class Booking {
    private Booking() {}

    static List<BookEntry> out(List<Payment> payments, BookEntry.Status status, long version, Instant now) {
        return payments.stream()
                .map(p -> new BookEntry(
                        p.id(),
                        BookEntry.Direction.OUT,
                        status,
                        p.asset(),
                        p.amount(),
                        p.memo(),
                        version,
                        p.request(),
                        now))
                .toList();
    }

    /**
     * What a fully signed update that is no payment of ours gave us, or took with our consent. The peer's notes explain it
     * only if they add up; otherwise it is one payment without a memo, named after the state so that a repetition is the
     * same line.
     */
    static List<BookEntry> moved(
            State from, State to, Bytes digest, int own, Extension.@Nullable PaymentNotes notes, Instant now) {
        if (Locks.differ(from, to)) {
            return List.of();
        }
        List<BigInteger> gains = new ArrayList<>();
        for (int asset = 0; asset < from.balances().assets(); asset++) {
            gains.add(to.balances().of(asset, own).subtract(from.balances().of(asset, own)));
        }
        if (notes != null && notes.version() == to.version() && addsUp(notes.notes(), gains)) {
            return notes.notes().stream()
                    .map(note -> in(note, to.version(), now))
                    .toList();
        }
        List<BookEntry> entries = new ArrayList<>();
        for (int asset = 0; asset < gains.size(); asset++) {
            BigInteger gain = gains.get(asset);
            if (gain.signum() != 0) {
                byte[] id = digest.slice(0, Extension.ID_SIZE).toArray();
                id[0] ^= (byte) asset;
                Payment unexplained = new Payment(Bytes.wrap(id), asset, gain.abs(), "", Bytes.EMPTY);
                entries.addAll(
                        gain.signum() > 0
                                ? List.of(in(unexplained.note(), to.version(), now))
                                : out(List.of(unexplained), BookEntry.Status.DONE, to.version(), now));
            }
        }
        return entries;
    }

    /** Payments of states that can never take effect any more and that are not tried again. */
    static List<BookEntry> cancelled(Live before, Live after, List<Payment> completed, Instant now) {
        Set<Bytes> alive = new HashSet<>();
        completed.forEach(p -> alive.add(p.id()));
        after.queue().forEach(p -> alive.add(p.id()));
        after.authorised().forEach(a -> a.payments().forEach(p -> alive.add(p.id())));
        List<BookEntry> entries = new ArrayList<>();
        for (Authorised gone : before.authorised()) {
            List<Payment> lost =
                    gone.payments().stream().filter(p -> alive.add(p.id())).toList();
            entries.addAll(out(lost, BookEntry.Status.CANCELLED, gone.version(), now));
        }
        return entries;
    }

    private static BookEntry in(Extension.Note note, long version, Instant now) {
        return new BookEntry(
                note.id(),
                BookEntry.Direction.IN,
                BookEntry.Status.DONE,
                note.asset(),
                note.amount(),
                note.memo(),
                version,
                note.request(),
                now);
    }

    private static boolean addsUp(List<Extension.Note> notes, List<BigInteger> gains) {
        BigInteger[] sums = new BigInteger[gains.size()];
        Arrays.fill(sums, BigInteger.ZERO);
        Set<Bytes> ids = new HashSet<>();
        for (Extension.Note note : notes) {
            if (note.asset() >= sums.length || note.amount().signum() <= 0 || !ids.add(note.id())) {
                return false;
            }
            sums[note.asset()] = sums[note.asset()].add(note.amount());
        }
        return !notes.isEmpty() && List.of(sums).equals(gains);
    }
}
