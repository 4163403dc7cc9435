package dev.zorya.channel.sim.seeded;

import java.util.OptionalInt;

/**
 * Which troubles a world knows. Few at a time: where everything always fails, little of what comes later is ever reached.
 *
 * @param unordered single messages are lost, doubled and moved, which no connection does by itself
 * @param cuts connections break and come back
 * @param crashes processes die between any two effects
 * @param disks writes fail
 * @param chain blocks are reorganised, facts come late or never, the node is away
 * @param early trouble begins before the channel is open
 * @param coded messages travel as bytes
 * @param assets how many kinds of money the channel holds
 * @param disputes people close alone, computers are off, hours go by; a villain registers what is old
 * @param villain number of the person who cheats, if any
 * @param play what the (first) channel is for
 * @param people two with one channel, or three with one between each two of them
 */
record Weather(
        boolean unordered,
        boolean cuts,
        boolean crashes,
        boolean disks,
        boolean chain,
        boolean early,
        boolean coded,
        int assets,
        boolean disputes,
        OptionalInt villain,
        Play play,
        int people) {
    enum Play {
        /** Payments; no app. */
        NONE,
        /** A {@link Game}. Nobody minds when it is broken off. */
        CASUAL,
        /** A game that whoever is left with it plays on, before the judge if need be. */
        KEEN
    }

    /** Nothing goes wrong but that processes die. */
    static final Weather CRASHES =
            new Weather(false, false, true, false, false, false, false, 1, false, OptionalInt.empty(), Play.NONE, 2);

    /** The same, and they may die before there is a channel. */
    static final Weather CRASHES_EARLY =
            new Weather(false, false, true, false, false, true, false, 1, false, OptionalInt.empty(), Play.NONE, 2);

    /** The same, and the second of the two cheats. */
    static final Weather CRASHES_CHEATED =
            new Weather(false, false, true, false, false, false, false, 1, true, OptionalInt.of(1), Play.NONE, 2);

    /** Nothing goes wrong but that processes die, in a game that is played to its end. */
    static final Weather CRASHES_PLAYING =
            new Weather(false, false, true, false, false, false, false, 1, false, OptionalInt.empty(), Play.KEEN, 2);

    /** The same against somebody who cheats. */
    static final Weather CRASHES_PLAYING_CHEATED =
            new Weather(false, false, true, false, false, false, false, 1, true, OptionalInt.of(1), Play.KEEN, 2);

    /** How many channels there are. */
    int pairs() {
        return people == 2 ? 1 : people;
    }

    boolean isGame() {
        return play != Play.NONE;
    }

    static Weather of(Dice dice) {
        int people = dice.oneIn(6) ? 3 : 2;
        boolean cheated = dice.oneIn(people == 3 ? 2 : 4);
        Play play = dice.oneIn(4) ? dice.oneIn(2) ? Play.CASUAL : Play.KEEN : Play.NONE;
        return new Weather(
                !cheated && dice.oneIn(3),
                !dice.oneIn(3),
                !dice.oneIn(3),
                dice.oneIn(3),
                dice.oneIn(2),
                dice.oneIn(5),
                dice.oneIn(8),
                dice.oneIn(4) ? 2 : 1,
                dice.oneIn(cheated || play != Play.NONE ? 2 : 4),
                cheated ? OptionalInt.of(dice.below(people)) : OptionalInt.empty(),
                play,
                people);
    }
}
