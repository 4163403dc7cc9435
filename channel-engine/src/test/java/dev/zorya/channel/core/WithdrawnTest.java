package dev.zorya.channel.core;

import static dev.zorya.channel.core.Scene.expect;
import static dev.zorya.channel.core.Scene.hear;
import static dev.zorya.channel.core.Scene.see;
import static dev.zorya.channel.core.Scene.step;

import dev.zorya.channel.value.State;
import org.junit.jupiter.api.Test;

class WithdrawnTest {
    private final Scene scene = new Scene();
    private final Scene.Side alice = scene.alice;
    private final Scene.Side bob = scene.bob;
    private final State v0 = scene.initial();
    private final State last = scene.last(v0);

    @Test
    void whatIsPaidOutStaysSilent() {
        Withdrawn over = new Withdrawn(scene.dossier(alice), scene.terms(), scene.complete(last));
        expect(hear(over, alice, bob.update(last)), Withdrawn.class);
        expect(see(over, alice, Scene.concluded(1)), Withdrawn.class);
        expect(step(over, alice, new Input.Restarted()), Withdrawn.class);
        expect(step(over, alice, new Input.Close()), Withdrawn.class);
        for (Timer timer : Timer.values()) {
            expect(step(over, alice, new Input.TimedOut(timer)), Withdrawn.class);
        }
    }
}
