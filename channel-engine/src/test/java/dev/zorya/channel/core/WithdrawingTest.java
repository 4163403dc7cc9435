package dev.zorya.channel.core;

import static dev.zorya.channel.core.Scene.expect;
import static dev.zorya.channel.core.Scene.hear;
import static dev.zorya.channel.core.Scene.line;
import static dev.zorya.channel.core.Scene.persist;
import static dev.zorya.channel.core.Scene.see;
import static dev.zorya.channel.core.Scene.step;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.State;
import java.math.BigInteger;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WithdrawingTest {
    private final Scene scene = new Scene();
    private final Scene.Side alice = scene.alice;
    private final Scene.Side bob = scene.bob;
    private final State v0 = scene.initial();
    private final State last = scene.last(v0);
    private final Effect withdraw =
            new Effect.Submit(new Intent.Withdraw(v0.id(), scene.terms().params(), 0, SimWorld.COIN, 0));

    private final Withdrawing withdrawing =
            new Withdrawing(scene.dossier(alice), scene.terms(), scene.complete(last), Set.of(0));

    private LedgerEvent gone(int asset, int participant) {
        return new LedgerEvent.Withdrawn(asset, participant, BigInteger.valueOf(600), Bytes.fromHex("ab"), 99);
    }

    @Test
    void endsWhenTheLastAssetIsThere() {
        Withdrawn next = expect(
                see(withdrawing, alice, gone(0, 0)),
                Withdrawn.class,
                persist(line("WITHDRAWN", 1, "asset=0 amount=600 transaction=0xab block=99")));
        assertEquals(Phase.WITHDRAWN, next.phase());
    }

    /** It left while nobody looked: then only that it is gone is known. */
    @Test
    void saysNothingOfATransactionThatNobodySaw() {
        LedgerEvent unseen = new LedgerEvent.Withdrawn(0, 0, BigInteger.ZERO, Bytes.EMPTY, 99);
        expect(
                see(withdrawing, alice, unseen),
                Withdrawn.class,
                persist(line("WITHDRAWN", 1, "asset=0 amount=0 block=99")));
    }

    @Test
    void waitsForEveryAsset() {
        Withdrawing two = new Withdrawing(scene.dossier(alice), scene.terms(), scene.complete(last), Set.of(0, 1));
        Withdrawing left = expect(
                see(two, alice, gone(0, 0)),
                Withdrawing.class,
                persist(line("WITHDRAWN", 1, "asset=0 amount=600 transaction=0xab block=99")));
        assertEquals(Set.of(1), left.left());
        expect(see(left, alice, gone(0, 0)), Withdrawing.class);
    }

    @Test
    void thePeersMoneyIsNotOurs() {
        expect(see(withdrawing, alice, gone(0, 1)), Withdrawing.class);
    }

    @Test
    void submitsTheSameAgainAfterARestart() {
        expect(step(withdrawing, alice, new Input.Restarted()), Withdrawing.class, withdraw);
    }

    @Test
    void hearsTheSameFactTwiceAndThePeerNoMore() {
        expect(see(withdrawing, alice, Scene.concluded(1)), Withdrawing.class);
        expect(hear(withdrawing, alice, bob.update(last)), Withdrawing.class);
        expect(step(withdrawing, alice, new Input.Close()), Withdrawing.class);
        expect(step(withdrawing, alice, new Input.Connected()), Withdrawing.class);
    }
}
