package dev.zorya.channel.core;

import dev.zorya.channel.port.Intent;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.port.LedgerEvent.Stage;
import dev.zorya.channel.value.SignedState;
import dev.zorya.channel.value.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Registrations and what answers them, in the channel of a {@link Scene}. */
final class Disputes {
    static final Instant TIMEOUT = Scene.NOW.plus(Duration.ofHours(1));

    private final Scene scene;

    Disputes(Scene scene) {
        this.scene = scene;
    }

    /** As the ledger reports it where it could read the state. */
    LedgerEvent.Registered shown(State state) {
        return event(state, Stage.DISPUTE, state);
    }

    /** Only the hash is known. */
    LedgerEvent.Registered hidden(State state) {
        return new LedgerEvent.Registered(state.version(), hash(state), TIMEOUT, Stage.DISPUTE, null, 91, Scene.NOW);
    }

    /** A move that one of them made alone. */
    LedgerEvent.Registered moved(State state) {
        return event(state, Stage.FORCED_EXECUTION, state);
    }

    private LedgerEvent.Registered event(State state, Stage stage, State read) {
        return new LedgerEvent.Registered(state.version(), hash(state), TIMEOUT, stage, read, 91, Scene.NOW);
    }

    private dev.zorya.channel.value.Bytes hash(State state) {
        return scene.alice.env().scheme().stateHash(state);
    }

    Registration fact(Live live, LedgerEvent.Registered event) {
        return Registration.of(scene.alice.env(), live, event);
    }

    Effect register(State state) {
        return new Effect.Submit(
                new Intent.Register(new SignedState(scene.terms().params(), scene.complete(state)), List.of()));
    }

    Effect conclude(State state) {
        return new Effect.Submit(new Intent.Conclude(scene.terms().params(), state, List.of()));
    }

    Effect concludeFinal(State state) {
        return new Effect.Submit(new Intent.ConcludeFinal(scene.terms().params(), scene.complete(state)));
    }

    /** The journal's line of a registration. */
    Effect noted(String word, State state, long ours) {
        return Scene.persist(Scene.line(
                word, state.version(), "ours=" + ours + " timeout=" + TIMEOUT + " block=91 state=0x" + hash(state)));
    }

    /** What stands there is as good as ours: it is noted, will be concluded, and people are told. */
    Effect[] settled(String word, State there, long ours) {
        return new Effect[] {
            noted(word, there, ours), conclude(there), told(DisputeSnapshot.Next.CONCLUDE, ours, there.version())
        };
    }

    static Effect told(DisputeSnapshot.Next next, long ours, long registered) {
        return told(next, ours, registered, Stage.DISPUTE, TIMEOUT);
    }

    static Effect told(DisputeSnapshot.Next next, long ours, long registered, Stage stage, Instant end) {
        return Scene.told(new Notice.Disputed(
                new DisputeSnapshot(next, ours, new DisputeSnapshot.Fact(registered, stage, TIMEOUT, end, 91))));
    }

    static Effect begun(long ours) {
        return Scene.told(new Notice.Disputed(new DisputeSnapshot(DisputeSnapshot.Next.REGISTER, ours, null)));
    }
}
