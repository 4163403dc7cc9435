package dev.zorya.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;

/** Tokens, with exact balances on the chain, as tokens pay no fees. */
final class AssetScenarios {
    private AssetScenarios() {}

    static Stream<Scenario> all() {
        return Stream.of(
                Scenario.of("ERC-20", AssetScenarios::token), Scenario.of("two assets", AssetScenarios::twoAssets));
    }

    private static void token(Scene scene) throws Exception {
        long proposers = scene.tokens(scene.proposer());
        long responders = scene.tokens(scene.responder());
        String channel = scene.open(List.of("tok0"), List.of(List.of("500", "300")));
        assertEquals(proposers - 500, scene.tokens(scene.proposer()));
        assertEquals(responders - 300, scene.tokens(scene.responder()));
        scene.pay(scene.proposer(), channel, 120);
        scene.agreed(channel, 1, "[[380,420]]");
        scene.responder().ok("finalize", "channel", channel);
        scene.agreed(channel, 2, "[[380,420]]");
        scene.settleFinal(channel);
        assertEquals(proposers - 120, scene.tokens(scene.proposer()));
        assertEquals(responders + 120, scene.tokens(scene.responder()));
    }

    private static void twoAssets(Scene scene) throws Exception {
        long proposers = scene.tokens(scene.proposer());
        long responders = scene.tokens(scene.responder());
        String channel = scene.open(List.of("eth", "tok0"), List.of(List.of("1000", "2000"), List.of("500", "300")));
        scene.proposer().ok("pay", "channel", channel, "amount", "100");
        scene.responder().ok("pay", "channel", channel, "amount", "50", "asset", "tok0");
        scene.agreed(channel, 2, "[[900,2100],[550,250]]");
        scene.proposer().ok("finalize", "channel", channel);
        scene.agreed(channel, 3, "[[900,2100],[550,250]]");
        scene.settleFinal(channel);
        assertEquals(proposers + 50, scene.tokens(scene.proposer()));
        assertEquals(responders - 50, scene.tokens(scene.responder()));
    }
}
