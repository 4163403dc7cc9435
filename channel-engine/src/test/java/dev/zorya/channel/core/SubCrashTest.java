package dev.zorya.channel.core;

import static dev.zorya.channel.core.Scene.KEY;
import static dev.zorya.channel.core.Scene.payment;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.value.ProposalId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A sub-channel in a sub-channel is opened, used and settled, and one of the two dies between any two effects of it and starts
 * again from its disk. In the end the money is where it belongs.
 */
@Tag("threat-41")
class SubCrashTest {
    private final ProposalId outer = Grove.key(1);
    private final ProposalId inner = Grove.key(2);

    private void play(Grove grove) {
        grove.order(grove.alice, KEY, new Input.OpenSub(grove.base(1, 100, 50)));
        order(grove, outer, new Input.OpenSub(grove.base(2, 40, 30)));
        order(grove, inner, new Input.Pay(payment(1, 15)));
        order(grove, inner, new Input.Close());
        order(grove, outer, new Input.Close());
    }

    /** Only for what came into being. */
    private void order(Grove grove, ProposalId member, Input input) {
        if (grove.alice.tree.members().containsKey(member)) {
            grove.order(grove.alice, member, input);
        }
    }

    @Test
    void withoutACrash() {
        Grove grove = new Grove();
        play(grove);
        grove.agreed(KEY, 585, 415);
    }

    @TestFactory
    Stream<DynamicTest> atEveryPoint() {
        Grove smooth = new Grove();
        play(smooth);
        return IntStream.range(0, smooth.effects)
                .boxed()
                .flatMap(point -> Stream.of(true, false)
                        .map(first -> DynamicTest.dynamicTest(
                                (first ? "alice" : "bob") + " at effect " + point, () -> survives(point, first))));
    }

    private void survives(int point, boolean first) {
        Grove grove = new Grove();
        grove.mortal = first ? grove.alice.side : grove.bob.side;
        grove.deathAt = point;
        play(grove);
        // an order that died with its process may be given again; what is over stays over
        order(grove, inner, new Input.Close());
        order(grove, outer, new Input.Close());
        long mine = grove.alice.current(KEY).balances().of(0, 0).longValueExact();
        assertTrue(mine == 585 || mine == 600, "paid once or not at all: " + mine);
        grove.agreed(KEY, mine, 1000 - mine);
        for (Grove.Party party : List.of(grove.alice, grove.bob)) {
            assertEquals(List.of(), party.live(KEY).authorised());
            assertEquals(
                    1, party.tree.living(), () -> party.tree.members().values().toString());
        }
    }
}
