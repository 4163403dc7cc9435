package dev.zorya.channel.core;

import static dev.zorya.channel.core.Scene.KEY;
import static dev.zorya.channel.core.Scene.NOW;
import static dev.zorya.channel.core.Scene.expect;
import static dev.zorya.channel.core.Scene.hear;
import static dev.zorya.channel.core.Scene.reject;
import static dev.zorya.channel.core.Scene.step;
import static dev.zorya.channel.core.Scene.told;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.State;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A sub-channel with a go-perun peer: only the one who opened it can settle what was closed (OFFCHAIN.md 7.4). */
class PlainPeerTest {
    private static final ChannelId PARENT = new ChannelId(Grove.share(5));
    private final Scene scene = new Scene();
    private final Scene.Side alice = scene.alice;
    private final Scene.Side bob = scene.bob;
    private final State v0 = scene.initial();

    private Dossier dossier(Scene.Side side) {
        Dossier ours = scene.dossier(side);
        return new Dossier(KEY, ours.peer(), false, side.index(), NOW, PARENT);
    }

    private Open sub(Scene.Side side) {
        return new Open(Live.fresh(dossier(side), scene.terms(), scene.complete(v0)));
    }

    @Test
    void whoDidNotOpenItCannotCloseIt() {
        String reason = "the other side's program settles only sub-channels that it closes itself; ask your contact";
        expect(step(sub(bob), bob, new Input.Close()), Open.class, told(new Notice.CloseRefused(reason)));
    }

    @Test
    void anEndThatItCouldNotSettleIsNotSigned() {
        State last = scene.last(v0);
        expect(
                hear(sub(alice), alice, bob.update(last)),
                Open.class,
                reject(last, "whoever opened a sub-channel has to close it"));
    }

    @Test
    void itsOwnEndIsAskedAboutAsAlways() {
        State last = scene.last(v0);
        assertEquals(
                Deciding.class, hear(sub(bob), bob, alice.update(last)).next().getClass());
    }

    @Test
    void itHearsNothingThatItWouldNotUnderstand() {
        Locking waiting = new Locking(dossier(alice), scene.terms(), scene.complete(v0), Locking.Standing.WANTED);
        Family over = new Family(scene.ended(alice, alice), List.of(), null);
        Transition end = waiting.step(alice.env().within(over), new Input.Neighbours(), NOW);
        Effect.Persist only = (Effect.Persist) end.effects().getFirst();
        expect(end, Ended.class, only);
    }
}
