package dev.zorya.channel.sim.seeded;

/**
 * One thing that happens, decided before the world begins, so that a plan without some of its deeds is a plan too.
 *
 * @param who number of the seat that it happens to: both sides of each channel in turn
 * @param how a number that decides the rest, read in the way of each kind
 */
record Deed(Kind kind, int who, int how) {
    enum Kind {
        /** The next effect, input or message of a party, whichever is due. */
        WORK,
        PAY,
        /** An app gives something away. */
        CHANGE,
        /** A move of a game, in the channel or before the judge. */
        PLAY,
        CLOSE,
        DECIDE,
        /** The alarm that is due next goes off. */
        RING,
        TICK,
        LOSE,
        DOUBLE,
        MOVE,
        BREAK,
        CUT,
        JOIN,
        CRASH,
        /** The next writes fail. */
        DISK,
        MINE,
        /** The next fact of the chain reaches a party. */
        NEWS,
        /** The next fact never does. */
        OMIT,
        REORGANISE,
        /** The party's node goes away or comes back. */
        NODE,
        /** The person does not wait for the peer any longer. */
        ALONE,
        /** The computer is off; what it had in memory is gone. */
        SLEEP,
        WAKE,
        /** Minutes go by. */
        PASS,
        FORGE,
        /** The villain registers something that was signed once. */
        CHEAT,
        /** The villain does on the chain what its core would not. */
        SPEND,
        MUTE,
        /** The villain is gone for good. */
        VANISH
    }

    @Override
    public String toString() {
        return kind + " " + who + " " + how;
    }
}
