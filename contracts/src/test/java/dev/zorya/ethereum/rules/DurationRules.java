package dev.zorya.ethereum.rules;

import dev.zorya.ethereum.anvil.AnvilException;
import dev.zorya.ethereum.chain.Channel;
import dev.zorya.ethereum.chain.World;
import java.math.BigInteger;

final class DurationRules extends Rules {
    private static final BigInteger LONGEST = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

    DurationRules(World world) {
        super(world);
    }

    @Override
    void play() throws AnvilException {
        Channel none = world.channel().withDuration(BigInteger.ZERO);
        row("duration 0 can be registered", world.register(none.sign(state(none, 1))));
        row("duration 0 is concludable at once", world.conclude(none, state(none, 1)));
        Channel endless = world.channel().withDuration(LONGEST);
        row("duration 2^64-1 overflows", world.register(endless.sign(state(endless, 1))));
    }
}
