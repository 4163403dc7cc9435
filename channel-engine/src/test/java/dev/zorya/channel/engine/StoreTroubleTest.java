package dev.zorya.channel.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.sim.SimParty;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.value.ProposalId;
import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The store takes nothing for a while: nothing is signed, who waits hears why, and all goes on by itself afterwards. */
@Tag("threat-43")
class StoreTroubleTest {
    private final Pair pair = new Pair();
    private final SimParty alice = pair.alice;
    private final SimParty bob = pair.bob;

    @AfterEach
    void close() {
        pair.close();
    }

    @Test
    void ordersAreRefusedWithTheStoresOwnReason() {
        ProposalId key = pair.opened(100, 50);
        alice.store().fail(StoreException.Reason.DISK_FULL);
        for (CompletionStage<?> order : List.<CompletionStage<?>>of(
                alice.engine().pay(key, alice.payment(10, "a full disk")),
                alice.engine().close(key))) {
            EngineException refusal = Await.refusal(order);
            assertEquals(EngineException.Reason.STORE, refusal.reason());
            assertDiskFull(refusal);
        }
        assertEquals(BigInteger.valueOf(100), Pair.balance(alice, key));
        assertEquals(0, pair.agreed(key));
        assertTrue(alice.book(key).isEmpty() && bob.book(key).isEmpty());
        Await.that(() -> troubles(alice) == 2, "subscribers are told");

        alice.store().heal();
        Await.done(alice.engine().pay(key, alice.payment(10, "there is room")));
        pair.settled(key);
        assertEquals(Pair.PURSE.subtract(BigInteger.TEN), alice.money(SimWorld.COIN));
    }

    /** What nobody would say again is kept until the store takes it. */
    @Test
    void aPaymentThatCannotBeStoredYetIsTakenLater() {
        ProposalId key = pair.opened(100, 50);
        bob.store().fail(StoreException.Reason.DISK_FULL);
        CompletionStage<?> paid = alice.engine().pay(key, alice.payment(10, "tea"));
        Await.that(() -> troubles(bob) > 0, "bob's store refuses");
        assertEquals(BigInteger.valueOf(50), Pair.balance(bob, key));
        assertTrue(!paid.toCompletableFuture().isDone());

        bob.store().heal();
        Await.done(paid);
        assertEquals(1, pair.agreed(key));
        assertEquals(BigInteger.valueOf(60), Pair.balance(bob, key));
    }

    private static long troubles(SimParty party) {
        return party.events().stream()
                .filter(event -> event instanceof EngineEvent.StoreTrouble trouble && assertDiskFull(trouble.why()))
                .count();
    }

    private static boolean assertDiskFull(EngineException why) {
        assertEquals(
                StoreException.Reason.DISK_FULL,
                assertInstanceOf(StoreException.class, why.getCause()).reason());
        return true;
    }
}
