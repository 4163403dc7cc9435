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
        world.pairs.forEach(Pair::propose);
        if (!plan.weather().early()) {
            world.settle();
            unless(world.pairs.stream().allMatch(pair -> pair.both(Status.OPEN)), "a fair opening ends open");
        }
        plan.deeds().forEach(this::happen);
        new Ending(world).fair();
        figures.ended(world);
        return figures;
    }

    private void happen(Deed deed) {
        Party party = world.seats.get(deed.who());
        Person person = party.person;
        Pair pair = party.pair;
        int how = deed.how();
        world.trace.deed(deed);
        figures.deed(deed.kind());
        switch (deed.kind()) {
            case WORK -> pair.advance(party);
            case PAY -> {
                if (party.isAtHand()) {
                    pair.order(party, new Input.Pay(pair.payment(how)));
                }
            }
            case CHANGE -> {
                if (party.isAtHand()) {
                    pair.change(party, pair.payment(how));
                }
            }
            case PLAY -> {
                if (party.isAtHand()) {
                    playOrPay(pair, party, how);
                }
            }
            case CLOSE -> {
                if (party.isAtHand() && how % 4 == 0) {
                    pair.order(party, new Input.Close());
                }
            }
            case ALONE -> {
                if (party.isAtHand() && how % 4 == 0 && !pair.isVillain(party)) {
                    pair.order(party, new Input.CloseAlone());
                }
            }
            case SLEEP -> world.sleep(person);
            case WAKE -> world.wake(person);
            case PASS -> world.pass(Duration.ofMinutes(how % 40));
            case DECIDE -> {
                if (!party.isAsleep()) {
                    pair.decide(party, how % 4 > 0);
                }
            }
            // mostly the short ones: an hour that passes ends every wait, and little happens after that
            case RING -> world.ring(how % 10 == 0 ? FOR_EVER : A_MOMENT, true);
            case TICK -> world.pass(Duration.ofMillis(how % 50));
            case LOSE -> pair.line.lose(party.index, how);
            case DOUBLE -> pair.line.repeat(party.index, how);
            case MOVE -> pair.line.move(party.index, how);
            case BREAK -> {
                pair.line.cut(how);
                pair.join();
            }
            case CUT -> pair.line.cut(how);
            case JOIN -> pair.join();
            case CRASH -> {
                if (!party.isAsleep()) {
                    world.crash(person);
                }
            }
            case DISK -> person.fail(1 + how % 4);
            case MINE -> world.mine();
            case NEWS -> world.news(person);
            case OMIT -> party.purse.omit();
            case REORGANISE -> world.reorganise(1 + how % Chain.DEPTH);
            case NODE -> {
                party.purse.away(!party.purse.isAway());
                if (!party.purse.isAway()) {
                    person.submitPostponed();
                }
            }
            case CHEAT -> world.villain(party).cheat(how);
            case FORGE -> world.villain(party).forge(how);
            case SPEND -> world.villain(party).spend(how);
            case MUTE -> world.villain(party).mute(how % 2 == 0);
            case VANISH -> {
                if (how % 4 == 0) {
                    world.vanish(world.villain(party).person());
                }
            }
        }
        if (how % 8 == 0) {
            party.retry();
        }
    }

    /** Where nothing is played, somebody pays. */
    private static void playOrPay(Pair pair, Party party, int how) {
        if (pair.game) {
            pair.play(party, how);
        } else {
            pair.order(party, new Input.Pay(pair.payment(how)));
        }
    }
}
