package dev.zorya.channel.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.core.ChannelSnapshot.Status;
import dev.zorya.channel.engine.EngineException.Reason;
import dev.zorya.channel.sim.MemoryNetwork.Fate;
import dev.zorya.channel.sim.MemoryStore;
import dev.zorya.channel.sim.SimParty;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.value.ProposalId;
import java.math.BigInteger;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A wallet comes back from a copy that is older than what its peer knows (safety rule 10). */
@Tag("threat-45")
class RestoredTest {
    private final Pair pair = new Pair();
    private final SimParty alice = pair.alice;
    private final SimParty bob = pair.bob;
    private ProposalId key;
    private MemoryStore old;

    @BeforeEach
    void payAfterTheCopy() {
        key = pair.opened(600, 400);
        pay(bob, 10);
        old = alice.store().copy();
        pay(bob, 20);
        pay(alice, 5);
        pair.agreed(key);
        alice.crash();
    }

    @AfterEach
    void close() {
        pair.close();
    }

    private void pay(SimParty payer, long amount) {
        Await.done(payer.engine().pay(key, payer.payment(amount, "")));
    }

    @Test
    void thePeersAnswerBringsTheNewestBalance() {
        alice.restore(old);
        assertEquals(Status.STALE, Pair.snapshot(alice, key).status());
        pair.world.network().join(alice.identity(), bob.identity());
        Await.status(alice, key, Status.OPEN);

        assertEquals(pair.agreed(key), Pair.snapshot(bob, key).version());
        assertEquals(BigInteger.valueOf(625), Pair.balance(alice, key));
        pay(alice, 1);
        pair.settled(key);
        assertTrue(pair.world.isConserved());
        assertEquals(Pair.PURSE.add(BigInteger.valueOf(24)), alice.money(SimWorld.COIN));
    }

    @Test
    void withoutThePeerNothingIsSignedAndNothingBegun() {
        pair.world.network().treat(envelope -> Fate.DROP);
        alice.restore(old);
        int writes = alice.store().writes();

        assertEquals(Status.STALE, Pair.snapshot(alice, key).status());
        assertEquals(Reason.STALE, Await.failure(alice.engine().pay(key, alice.payment(1, ""))));
        assertEquals(Reason.NOT_OPEN, Await.failure(alice.engine().close(key)));
        assertEquals(Reason.NOT_OPEN, Await.failure(alice.engine().closeAlone(key)));
        assertEquals(writes, alice.store().writes(), "nothing changed");
        assertEquals(Status.OPEN, Pair.snapshot(bob, key).status(), "no dispute");
    }

    @Test
    void thePeersEndWithoutUsPaysTheNewestBalance() {
        pair.world.network().treat(envelope -> Fate.DROP);
        alice.restore(old);
        Await.done(bob.engine().closeAlone(key));
        Await.status(alice, key, Status.DISPUTED);
        pair.world.clock().advance(Duration.ofHours(1));
        pair.world.ledger().mine();

        Await.status(alice, key, Status.WITHDRAWN);
        assertEquals(Pair.PURSE.add(BigInteger.valueOf(25)), alice.money(SimWorld.COIN));
    }
}
