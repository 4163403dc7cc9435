package dev.zorya.channel.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.ChannelSnapshot.Status;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.sim.SimParty;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.value.ProposalId;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A channel from its proposal to the money back on the accounts, between two engines. */
class LifeTest {
    private final SimWorld world = new SimWorld();
    private final SimParty alice = world.party("alice");
    private final SimParty bob = world.party("bob");

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void opensPaysBothWaysClosesAndPaysOut() {
        ChannelSnapshot opened = Await.done(alice.engine().propose(alice.order(bob, 600, 400)));
        ProposalId key = opened.key();
        Await.status(alice, key, Status.OPEN);
        Await.status(bob, key, Status.OPEN);
        assertEquals(BigInteger.valueOf(1000), world.ledger().locked(SimWorld.COIN));

        BookEntry sent = Await.done(alice.engine().pay(key, alice.payment(250, "rent")));
        assertEquals(BookEntry.Status.DONE, sent.status());
        assertEquals(BookEntry.Direction.OUT, sent.direction());
        assertEquals(1, sent.version());
        BookEntry back = Await.done(bob.engine().pay(key, bob.payment(50, "change")));
        assertEquals(2, back.version());
        Await.that(() -> alice.book(key).size() == 2, "alice's book has both lines");
        assertEquals(List.of("OUT 250 rent", "IN 50 change"), lines(alice, key));
        assertEquals(List.of("IN 250 rent", "OUT 50 change"), lines(bob, key));

        ChannelSnapshot closed = Await.done(alice.engine().close(key));
        assertEquals(3, closed.version());
        Await.status(alice, key, Status.WITHDRAWN);
        Await.status(bob, key, Status.WITHDRAWN);
        assertEquals(BigInteger.valueOf(1_000_000_000 - 600 + 400), alice.money(SimWorld.COIN));
        assertEquals(BigInteger.valueOf(1_000_000_000 - 400 + 600), bob.money(SimWorld.COIN));
        assertEquals(BigInteger.ZERO, world.ledger().locked(SimWorld.COIN));
        assertTrue(world.isConserved());
    }

    private static List<String> lines(SimParty party, ProposalId key) {
        return party.book(key).stream()
                .map(e -> e.direction() + " " + e.amount() + " " + e.memo())
                .toList();
    }
}
