package dev.zorya.channel.core;

import static dev.zorya.channel.core.Scene.expect;
import static dev.zorya.channel.core.Scene.hear;
import static dev.zorya.channel.core.Scene.step;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EndedTest {
    private final Scene scene = new Scene();
    private final Scene.Side alice = scene.alice;
    private final Scene.Side bob = scene.bob;

    @Test
    void whatEndedStaysSilent() {
        Ended ended = new Ended(scene.dossier(alice), scene.base().initialBalances(), "over");
        assertEquals(Phase.INIT_ACTING, ended.phase());
        expect(hear(ended, alice, scene.acceptance()), Ended.class);
        expect(hear(ended, alice, bob.update(scene.initial())), Ended.class);
        expect(step(ended, alice, new Input.Connected()), Ended.class);
        expect(step(ended, alice, new Input.Restarted()), Ended.class);
        for (Timer timer : Timer.values()) {
            expect(step(ended, alice, new Input.TimedOut(timer)), Ended.class);
        }
    }
}
