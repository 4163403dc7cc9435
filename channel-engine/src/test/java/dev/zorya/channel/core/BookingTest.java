package dev.zorya.channel.core;

import static dev.zorya.channel.core.Scene.NOW;
import static dev.zorya.channel.core.Scene.in;
import static dev.zorya.channel.core.Scene.notes;
import static dev.zorya.channel.core.Scene.payment;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zorya.channel.message.Extension;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.State;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Notes explain an update and never change what it means. */
class BookingTest {
    private final Scene scene = new Scene();
    private final State from = scene.initial();
    private final State to = scene.paid(from, scene.bob, 30);
    private final Bytes digest = scene.alice.env().scheme().digest(to);

    private List<BookEntry> booked(Extension.PaymentNotes notes) {
        return Booking.moved(from, to, digest, 0, notes, NOW);
    }

    private void unexplained(Extension.PaymentNotes notes) {
        assertEquals(Booking.moved(from, to, digest, 0, null, NOW), booked(notes));
    }

    @Test
    void notesThatAddUpBecomeTheLines() {
        assertEquals(
                List.of(in(payment(1, 10), 1), in(payment(2, 20), 1)),
                booked(notes(to, payment(1, 10), payment(2, 20))));
    }

    @Test
    void withoutNotesItIsOneLineNamedAfterTheState() {
        BookEntry only = Booking.moved(from, to, digest, 0, null, NOW).getFirst();
        assertEquals(BigInteger.valueOf(30), only.amount());
        assertEquals(digest.slice(0, 16), only.id());
        assertEquals(BookEntry.Direction.IN, only.direction());
        assertEquals("", only.memo());
    }

    @Test
    void notesThatDoNotAddUpCountForNothing() {
        unexplained(notes(to, payment(1, 29)));
        unexplained(notes(to, payment(1, 30), payment(2, 1)));
        unexplained(notes(to));
        unexplained(notes(to, payment(1, 15), payment(1, 15)));
        unexplained(notes(scene.neutral(to), payment(1, 30)));
        Extension.Note other = new Extension.Note(payment(1, 1).id(), 1, BigInteger.valueOf(30), "", Bytes.EMPTY);
        unexplained(new Extension.PaymentNotes(to.id(), to.version(), List.of(other)));
    }

    @Test
    void everyAssetHasItsOwnLineAndALossIsALineToo() {
        Allocation two = new Allocation(
                List.of(SimWorld.COIN, SimWorld.TOKEN),
                new Balances(List.of(
                        List.of(BigInteger.valueOf(5), BigInteger.ZERO), List.of(BigInteger.ZERO, BigInteger.TWO))),
                List.of());
        Allocation swapped = new Allocation(
                two.assets(),
                new Balances(List.of(
                        List.of(BigInteger.valueOf(1), BigInteger.valueOf(4)),
                        List.of(BigInteger.TWO, BigInteger.ZERO))),
                List.of());
        State before = new State(from.id(), 1, two, false, from.app(), from.data());
        State after = new State(from.id(), 2, swapped, false, from.app(), from.data());
        List<BookEntry> lines = Booking.moved(before, after, digest, 0, null, NOW);
        assertEquals(2, lines.size());
        assertEquals(BookEntry.Direction.OUT, lines.getFirst().direction());
        assertEquals(BigInteger.valueOf(4), lines.getFirst().amount());
        assertEquals(BookEntry.Direction.IN, lines.getLast().direction());
        assertEquals(1, lines.getLast().asset());
        assertNotEquals(lines.getFirst().id(), lines.getLast().id());
    }

    @Test
    void whatCouldNotTravelAsANoteIsNoPayment() {
        Bytes id = payment(1, 1).id();
        assertThrows(MalformedException.class, () -> new Payment(Bytes.zero(15), 0, BigInteger.ONE, "", Bytes.EMPTY));
        assertThrows(MalformedException.class, () -> new Payment(id, 0, BigInteger.ONE, "x".repeat(513), Bytes.EMPTY));
        assertThrows(
                MalformedException.class, () -> new Payment(id, 0, BigInteger.ONE, "\u00e9".repeat(257), Bytes.EMPTY));
        assertThrows(MalformedException.class, () -> new Payment(id, 0, BigInteger.ONE, "", Bytes.zero(3)));
        assertEquals(
                512,
                new Payment(id, 0, BigInteger.ONE, "x".repeat(512), id)
                        .note()
                        .memo()
                        .length());
    }

    @Test
    void capabilitiesAreAnnouncedInTheAuxBytes() {
        assertEquals(true, Capabilities.announced(Capabilities.aux()));
        assertEquals(false, Capabilities.announced(Bytes.zero(256)));
        byte[] older = Capabilities.aux().toArray();
        older[5] = 0;
        assertEquals(false, Capabilities.announced(Bytes.wrap(older)));
        byte[] newer = Capabilities.aux().toArray();
        newer[5] = 2;
        assertEquals(true, Capabilities.announced(Bytes.wrap(newer)));
    }
}
