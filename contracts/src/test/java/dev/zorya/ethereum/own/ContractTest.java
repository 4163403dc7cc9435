package dev.zorya.ethereum.own;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.ethereum.chain.Channel;
import dev.zorya.ethereum.chain.ChannelState;
import dev.zorya.ethereum.chain.Outcome;
import dev.zorya.ethereum.chain.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** One chain for all tests of a class; each test has channels of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ContractTest {
    final World world;

    ContractTest() throws Exception {
        world = new World();
    }

    @AfterAll
    void stop() {
        world.close();
    }

    final ChannelState state(Channel channel, long version) {
        return channel.state(version, world.eth(), 60, 40);
    }

    static void well(Outcome outcome) {
        assertTrue(outcome.accepted(), outcome.toString());
    }
}
