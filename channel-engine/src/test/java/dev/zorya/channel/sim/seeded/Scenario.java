package dev.zorya.channel.sim.seeded;

import dev.zorya.channel.core.Input;
import java.util.List;
import java.util.function.Consumer;

/** A short piece of a channel's life in a fair world, to be interrupted at every point. */
public enum Scenario {
    /** From the proposal over both signatures and deposits to an open channel. */
    OPEN(true, Scenario::open),
    /** The responder says no to the proposal. */
    DECLINE(true, world -> {
        world.refuse(1);
        open(world);
    }),
    PAY(false, world -> {
        pay(world, 0);
        world.settle();
    }),
    /** Both pay before either has heard of the other's payment. */
    CROSS(false, world -> {
        pay(world, 0);
        pay(world, 1);
        world.settle();
    }),
    /** Payments wait for one that is on its way, and go out together. */
    MERGE(false, world -> {
        pay(world, 0);
        pair(world).advance(first(world));
        pair(world).advance(first(world));
        pair(world).drain(first(world));
        pay(world, 0);
        pay(world, 0);
        world.settle();
    }),
    /** The other says no to the end at first. */
    REJECT(false, world -> {
        world.refuse(1);
        close(world, 0);
        world.settle();
    }),
    /** From the final state over the conclusion to both withdrawals. */
    CLOSE(false, world -> {
        close(world, 1);
        world.settle();
    }),
    /** Both want to end it at once. */
    CLOSE_BOTH(false, world -> {
        close(world, 0);
        close(world, 1);
        world.settle();
    }),
    /** One of them is away, and the other closes alone after a payment. */
    ALONE(false, world -> {
        pay(world, 0);
        world.settle();
        world.sleep(last(world).person);
        alone(world, 0);
        world.settle();
    }),
    /** A payment is under way when its receiver closes alone. */
    ALONE_BETWEEN(false, world -> {
        pay(world, 0);
        pair(world).advance(first(world));
        alone(world, 1);
        world.settle();
    }),
    /** The other never pays in. */
    TAKE_BACK(true, world -> {
        last(world).purse.away(true);
        pair(world).propose();
        world.settle();
        alone(world, 0);
        world.settle();
    }),
    /** The other registers the beginning after two payments to us. */
    CHEATED(Weather.CRASHES_CHEATED, Scenario::open, world -> {
        pay(world, 1);
        world.settle(0);
        pay(world, 1);
        world.settle(0);
        world.villain(last(world)).cheat(1);
        world.settle(0);
    }),
    /** The other registers the beginning, and it is seen, undone and seen again. */
    REORGANISED(Weather.CRASHES_CHEATED, Scenario::open, world -> {
        pay(world, 1);
        world.settle(0);
        world.villain(last(world)).cheat(1);
        world.mine();
        world.settle(0, false, 6);
        world.reorganise(Chain.DEPTH);
        world.settle(0);
    }),
    /** A game from its first move to the last one, which closes the channel. */
    PLAYED(Weather.CRASHES_PLAYING, Scenario::open, world -> {
        world.keen();
        world.settle();
    }),
    /** One of them is away, and the other brings the game before the judge and moves there, until it is over. */
    PLAYED_ALONE(Weather.CRASHES_PLAYING, Scenario::begun, world -> {
        world.sleep(last(world).person);
        alone(world, 0);
        world.keen();
        // without alarms: who was interrupted asks somebody who is away, for ever
        world.settle(0);
    }),
    /** The other stops in the middle of the game and registers its beginning. */
    PLAYED_CHEATED(Weather.CRASHES_PLAYING_CHEATED, Scenario::begun, world -> {
        world.villain(last(world)).cheat(1);
        world.settle(0);
        world.keen();
        world.settle(0);
    });

    @SuppressWarnings("ImmutableEnumChecker") // a record of flags
    private final Weather weather;

    @SuppressWarnings("ImmutableEnumChecker") // the lambdas above capture nothing
    private final Consumer<World> before;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Consumer<World> act;

    Scenario(boolean opening, Consumer<World> act) {
        this(opening ? Weather.CRASHES_EARLY : Weather.CRASHES, opening ? world -> {} : Scenario::open, act);
    }

    Scenario(Weather weather, Consumer<World> before, Consumer<World> act) {
        this.weather = weather;
        this.before = before;
        this.act = act;
    }

    /** Those of which every pair of points is tried. */
    public static List<Scenario> ofPairs() {
        return List.of(OPEN, PAY, CLOSE, CHEATED, PLAYED_CHEATED);
    }

    Weather weather() {
        return weather;
    }

    /** Plays it; what comes before it and after it is not interrupted. */
    void play(World world, Interruptions interruptions) {
        before.accept(world);
        interruptions.begin();
        act.accept(world);
        interruptions.end();
        new Ending(world).fair();
    }

    /** Each has moved once. */
    private static void begun(World world) {
        open(world);
        for (int round = 0; round < 2; round++) {
            world.seats.stream().filter(Party::isAtHand).forEach(party -> {
                pair(world).play(party, 1);
                world.settle(0);
            });
        }
    }

    private static Pair pair(World world) {
        return world.pairs.getFirst();
    }

    private static Party first(World world) {
        return world.seats.getFirst();
    }

    private static Party last(World world) {
        return world.seats.getLast();
    }

    private static void open(World world) {
        pair(world).propose();
        world.settle();
    }

    private static void pay(World world, int who) {
        Party party = world.seats.get(who);
        if (party.isAtHand()) {
            pair(world).order(party, new Input.Pay(pair(world).payment(40 + 20 * who)));
        }
    }

    private static void alone(World world, int who) {
        Party party = world.seats.get(who);
        if (party.isAtHand()) {
            pair(world).order(party, new Input.CloseAlone());
        }
    }

    private static void close(World world, int who) {
        pair(world).order(world.seats.get(who), new Input.Close());
    }
}
