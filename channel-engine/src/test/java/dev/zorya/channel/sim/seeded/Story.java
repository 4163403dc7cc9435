package dev.zorya.channel.sim.seeded;

import static dev.zorya.channel.sim.seeded.Violation.unless;

import dev.zorya.channel.core.ChannelSnapshot.Status;
import dev.zorya.channel.core.Input;
import java.time.Duration;

/** A {@link Plan} lived through: the opening, the deeds, and a fair end in which everything has to come to rest. */
final class Story {
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    static final Duration FOR_EVER = Duration.ofDays(1000);

    private final Plan plan;
    private final World world;
    private final Figures figures = new Figures();

    Story(Plan plan, Core core, Trace trace) {
        this.plan = plan;
        world = new World(plan.seed(), plan.weather(), core, new Interruptions(), trace);
    }

    /** Throws a {@link Violation} if a rule does not hold. */
    Figures play() {
        world.propose();
        if (!plan.weather().early()) {
            world.settle();
            unless(world.both(Status.OPEN), "a fair opening ends open");
        }
        plan.deeds().forEach(this::happen);
        new Ending(world).fair();
        figures.ended(world);
        return figures;
    }

    private void happen(Deed deed) {
        Party party = world.parties.get(deed.who());
        int how = deed.how();
        world.trace.deed(deed);
        figures.deed(deed.kind());
        switch (deed.kind()) {
            case WORK -> world.advance(party);
            case PAY -> {
                if (party.isAtHand()) {
                    world.order(party, new Input.Pay(world.payment(how)));
                }
            }
            case CHANGE -> {
                if (party.isAtHand()) {
                    world.change(party, world.payment(how));
                }
            }
            case PLAY -> {
                if (party.isAtHand()) {
                    world.play(party, how);
                }
            }
            case CLOSE -> {
                if (party.isAtHand() && how % 4 == 0) {
                    world.order(party, new Input.Close());
                }
            }
            case ALONE -> {
                if (party.isAtHand() && how % 4 == 0 && !world.isVillain(party)) {
                    world.order(party, new Input.CloseAlone());
                }
            }
            case SLEEP -> world.sleep(party);
            case WAKE -> world.wake(party);
            case PASS -> world.pass(Duration.ofMinutes(how % 40));
            case DECIDE -> {
                if (!party.isAsleep()) {
                    world.decide(party, how % 4 > 0);
                }
            }
            // mostly the short ones: an hour that passes ends every wait, and little happens after that
            case RING -> world.ring(how % 10 == 0 ? FOR_EVER : A_MOMENT);
            case TICK -> world.pass(Duration.ofMillis(how % 50));
            case LOSE -> world.line.lose(deed.who(), how);
            case DOUBLE -> world.line.repeat(deed.who(), how);
            case MOVE -> world.line.move(deed.who(), how);
            case BREAK -> {
                world.cut(how);
                world.join();
            }
            case CUT -> world.cut(how);
            case JOIN -> world.join();
            case CRASH -> {
                if (!party.isAsleep()) {
                    world.crash(party);
                }
            }
            case DISK -> party.fail(1 + how % 4);
            case MINE -> world.mine();
            case NEWS -> world.news(party);
            case OMIT -> party.purse.omit();
            case REORGANISE -> world.reorganise(1 + how % Chain.DEPTH);
            case NODE -> {
                party.purse.away(!party.purse.isAway());
                if (!party.purse.isAway()) {
                    party.submitPostponed();
                }
            }
            case CHEAT -> world.villain().cheat(how);
            case FORGE -> world.villain().forge(how);
            case SPEND -> world.villain().spend(how);
            case MUTE -> world.villain().mute(how % 2 == 0);
        }
        if (how % 8 == 0) {
            party.retry();
        }
    }
}
