package dev.zorya.ethereum.rules;

import dev.zorya.ethereum.anvil.AnvilException;
import dev.zorya.ethereum.chain.Channel;
import dev.zorya.ethereum.chain.ChannelState;
import dev.zorya.ethereum.chain.Outcome;
import dev.zorya.ethereum.chain.World;
import java.util.LinkedHashMap;
import java.util.Map;

/** The scenarios of one group. */
abstract class Rules {
    final World world;
    private final Map<String, Outcome> seen = new LinkedHashMap<>();

    Rules(World world) {
        this.world = world;
    }

    /** Plays all scenarios of the group. */
    abstract void play() throws AnvilException;

    /** By the rule's name in the file. */
    final Map<String, Outcome> seen() {
        return seen;
    }

    final Outcome row(String rule, Outcome outcome) {
        if (seen.put(rule, outcome) != null) {
            throw new IllegalStateException("played twice: " + rule);
        }
        return outcome;
    }

    final void value(String rule, Object value) {
        row(rule, Outcome.value(value));
    }

    /** A step that no row speaks of, but that must go well for those that follow. */
    static void setUp(Outcome outcome) {
        if (!outcome.accepted()) {
            throw new IllegalStateException("a scenario could not be set up: " + outcome);
        }
    }

    /** ETH, 60 of which are Alice's and 40 Bob's. */
    final ChannelState state(Channel channel, long version) {
        return channel.state(version, world.eth(), 60, 40);
    }

    /** Registers a state and gives the timeout. */
    final long registered(Channel channel, ChannelState state, Channel.Signed... children) throws AnvilException {
        setUp(world.register(channel.sign(state), children));
        return world.dispute(channel).timeout();
    }
}
