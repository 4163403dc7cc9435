package dev.zorya.channel.core;

import static dev.zorya.channel.core.Scene.KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.zorya.channel.value.ProposalId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sub-channels opened, paid in and closed at random on both sides at once, with messages in flight and processes that die at
 * random effects. In the end everything that is open can be closed, both agree, and no coin is lost.
 */
@Tag("threat-2")
@Tag("threat-41")
@Tag("slow")
class GroveSeedsTest {
    private static final int WORLDS = 30;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void bothComeToRestAndAgree(int hundred) {
        for (int seed = 0; seed < WORLDS; seed++) {
            int replay = hundred * 100 + seed;
            try {
                play(new Random(replay * 7919L));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + replay, e);
            }
        }
    }

    private static void play(Random random) {
        Grove grove = new Grove();
        int children = 0;
        for (int round = 0; round < 25; round++) {
            Grove.Party party = random.nextBoolean() ? grove.alice : grove.bob;
            ProposalId member = any(party, random);
            if (random.nextInt(8) == 0) {
                grove.mortal = party.side;
                grove.deathAt = grove.effects + random.nextInt(6);
            }
            int choice = random.nextInt(10);
            Input order = choice < 3
                    ? new Input.OpenSub(grove.base(++children, random.nextInt(60), random.nextInt(60)))
                    : choice < 8
                            ? new Input.Pay(Scene.payment(round + 1, 1 + random.nextInt(20)))
                            : new Input.Neighbours();
            if (choice == 9 && !member.equals(KEY)) {
                order = new Input.Close();
            }
            grove.give(party, member, order);
            for (int steps = random.nextInt(6); steps > 0; steps--) {
                grove.step();
            }
        }
        grove.mortal = null;
        grove.run();
        closeAll(grove);
        assertEquals(grove.alice.current(KEY), grove.bob.current(KEY));
        assertEquals(
                grove.scene.initial().allocation().sums(),
                grove.alice.current(KEY).balances().sums());
        for (Grove.Party party : List.of(grove.alice, grove.bob)) {
            assertEquals(List.of(), party.live(KEY).authorised());
            assertEquals(
                    1,
                    party.tree.living(),
                    () -> String.valueOf(party.tree.members().values()));
        }
    }

    private static ProposalId any(Grove.Party party, Random random) {
        List<ProposalId> all = new ArrayList<>(party.tree.members().keySet());
        return all.get(random.nextInt(all.size()));
    }

    private static void closeAll(Grove grove) {
        for (ProposalId member : grove.alice.tree.innermostFirst()) {
            if (!member.equals(KEY)) {
                grove.order(grove.alice, member, new Input.Close());
            }
        }
    }
}
