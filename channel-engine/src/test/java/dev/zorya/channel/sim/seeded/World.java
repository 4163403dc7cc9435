package dev.zorya.channel.sim.seeded;

import static dev.zorya.channel.sim.seeded.Violation.unless;

import dev.zorya.channel.core.Apps;
import dev.zorya.channel.core.Input;
import dev.zorya.channel.core.Timer;
import dev.zorya.channel.ethereum.Dispute;
import dev.zorya.channel.sim.SimScheme;
import dev.zorya.channel.sim.SimWorld;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Bytes;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two or three people, a channel between each two of them, and what they share: chain and clock. Knows how each thing happens;
 * what happens, and when, is decided outside.
 */
final class World {
    static final BigInteger PURSE = BigInteger.valueOf(10_000);
    private static final List<String> NAMES = List.of("alice", "bob", "carol");
    private static final int PATIENCE = 20_000;
    /** With a villain an honest party may wait and ask again for ever: so many of its alarms are enough. */
    private static final int ALARMS = 40;
    /** So long before the end of a dispute whoever is honest is back, and the chain takes what they say (rule 8). */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private static final int ROUNDS = 16;

    final Weather weather;
    final Trace trace;
    final SimScheme scheme = new SimScheme();
    final Chain chain = new Chain(scheme);
    final Dice dice;
    final Interruptions interruptions;
    final List<Person> people = new ArrayList<>();
    final List<Pair> pairs = new ArrayList<>();
    /** Both sides of each channel in turn. */
    final List<Party> seats;

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private Instant outlasted = Instant.MIN;
    private int refusals;
    private boolean keen;

    World(long seed, Weather weather, Core core, Interruptions interruptions, Trace trace) {
        this.weather = weather;
        this.trace = trace;
        this.interruptions = interruptions;
        dice = new Dice(~seed);
        Apps apps = weather.isGame() ? Game.KNOWN : Apps.NONE;
        for (int number = 0; number < weather.people(); number++) {
            Person person = new Person(NAMES.get(number), number, scheme, apps, assets(), PURSE);
            people.add(person);
            chain.add(person.purse);
        }
        for (int number = 0; number < weather.pairs(); number++) {
            Person proposer = people.get(number);
            Person responder = people.get((number + 1) % people.size());
            pairs.add(new Pair(this, proposer, responder, core, weather.isGame() && number == 0));
        }
        seats = pairs.stream().flatMap(pair -> pair.parties.stream()).toList();
    }

    List<Asset> assets() {
        return List.of(SimWorld.COIN, SimWorld.TOKEN).subList(0, weather.assets());
    }

    boolean isVillain(Person person) {
        return weather.villain().isPresent() && weather.villain().getAsInt() == person.number;
    }

    Instant now() {
        return now;
    }

    Bytes random(int size) {
        return dice.bytes(size);
    }

    /** In this party's channel, or else in some channel that the villain has. */
    Villain villain(Party near) {
        return Stream.concat(Stream.of(near.pair), pairs.stream())
                .flatMap(pair -> pair.villain().stream())
                .findFirst()
                .orElseThrow();
    }

    /** The alarm that is due next goes off; nothing if none is set, or not for so soon. */
    Optional<Party> ring(Duration within, boolean villainous) {
        Party first = null;
        Timer timer = null;
        Instant due = Instant.MAX;
        for (Party party : seats) {
            Timer mine = party.alarms.first();
            boolean counts = villainous || party.pair.villain().isEmpty();
            if (mine != null
                    && counts
                    && !party.isAsleep()
                    && party.alarms.due(mine).isBefore(due)) {
                first = party;
                timer = mine;
                due = party.alarms.due(mine);
            }
        }
        if (first == null || timer == null || due.isAfter(now.plus(within))) {
            return Optional.empty();
        }
        until(due);
        first.alarms.off(timer);
        first.inbox.add(new Input.TimedOut(timer));
        return Optional.of(first);
    }

    void pass(Duration time) {
        until(now.plus(time));
    }

    private void until(Instant then) {
        for (Optional<Instant> next = margin(then); next.isPresent(); next = margin(then)) {
            now = next.get();
            stand();
        }
        now = then.isAfter(now) ? then : now;
    }

    /** When the next dispute has only its margin left. */
    private Optional<Instant> margin(Instant then) {
        return pairs.stream()
                .flatMap(pair -> pair.dispute().stream())
                .filter(dispute -> dispute.phase() == 0)
                .map(World::margin)
                .filter(end -> now.isBefore(end) && !then.isBefore(end))
                .min(Instant::compareTo);
    }

    private static Instant margin(Dispute dispute) {
        return Instant.ofEpochSecond(dispute.timeout()).minus(MARGIN);
    }

    /** Rule 8: in the end what is registered is not older than what is fully signed. */
    private void stand() {
        List<Person> honest =
                people.stream().filter(person -> !isVillain(person)).toList();
        honest.forEach(this::mend);
        for (int round = 0; round < ROUNDS; round++) {
            for (Person person : honest) {
                for (Party party : person.seats) {
                    party.retry();
                    while (party.pair.advance(party) || news(person)) {
                        // until it has nothing to do
                    }
                }
            }
            mine();
        }
        for (Pair pair : pairs) {
            pair.dispute()
                    .filter(there -> there.phase() == 0 && !now.isBefore(margin(there)))
                    .ifPresent(there -> pair.honest().forEach(party -> pair.rules.registered(party, there)));
        }
    }

    private void mend(Person person) {
        if (person.isAsleep()) {
            wake(person);
        }
        person.fail(0);
        person.purse.away(false);
        person.submitPostponed();
    }

    /** The computer is off. */
    void sleep(Person person) {
        person.sleeps(true);
        person.seats.forEach(seat -> seat.pair.line.cut(0xffff));
    }

    /** It is off for good. */
    void vanish(Person person) {
        sleep(person);
        person.vanishes();
    }

    void wake(Person person) {
        if (person.isAsleep() && !person.isGone()) {
            person.sleeps(false);
            crash(person);
        }
    }

    void crash(Person person) {
        trace.crashes(person);
        person.crash();
        person.seats.forEach(seat -> seat.pair.restart(seat));
    }

    /** The next fact of the chain; false if there is none. */
    boolean news(Person person) {
        Purse.News fact = person.isAsleep() ? null : person.purse.next();
        if (fact != null) {
            person.seat(fact.channel()).ifPresent(seat -> seat.inbox.add(new Input.FromLedger(fact.event())));
        }
        return fact != null;
    }

    void mine() {
        chain.mine(now);
        BigInteger all = PURSE.multiply(BigInteger.valueOf(people.size()));
        for (Asset asset : assets()) {
            unless(chain.total(asset).equals(all), "the chain conserves what there is");
        }
        for (Pair pair : pairs) {
            pair.dispute()
                    .map(there -> scheme.hashed(there.stateHash()))
                    .ifPresent(there -> pair.rules.stands(there, chain.path(there)));
        }
    }

    void reorganise(int depth) {
        chain.reorganise(depth, now);
    }

    /** Everything that was broken works from now on. */
    void clearUp() {
        trace.part("fair");
        refusals = 0;
        pairs.forEach(pair -> {
            pair.line.cut(0);
            pair.join();
        });
        people.forEach(this::mend);
        keen();
    }

    /** From now on people move when it is their turn, where they are keen. */
    void keen() {
        keen = weather.play() == Weather.Play.KEEN;
    }

    boolean isKeen() {
        return keen;
    }

    /** Runs until nobody has anything to do; all alarms go off, but only some of channels in which somebody cheats. */
    void settle() {
        settle(ALARMS, true);
    }

    /** The same, but only so many alarms go off, whoever sets them. */
    void settle(int alarms) {
        settle(alarms, false);
    }

    private void settle(int alarms, boolean patient) {
        if (!settle(alarms, patient, PATIENCE * pairs.size())) {
            throw new Violation("no deadlock: still busy after " + PATIENCE * pairs.size() + " steps");
        }
    }

    /** False if there was still something to do after so many steps. */
    boolean settle(int alarms, boolean patient, int steps) {
        int left = alarms;
        for (int step = 0; step < steps; step++) {
            if (work(step)) {
                continue;
            }
            Optional<Party> rung = left > 0 || patient ? ring(undisturbed(), left > 0) : Optional.empty();
            boolean counts =
                    rung.isPresent() && !(patient && rung.get().pair.villain().isEmpty());
            left -= counts ? 1 : 0;
            if (rung.isEmpty() && !outlast()) {
                return true;
            }
        }
        return false;
    }

    private boolean work(int turn) {
        for (int seat = 0; seat < seats.size(); seat++) {
            Party party = seats.get((turn + seat) % seats.size());
            if (party.pair.advance(party)) {
                return true;
            }
        }
        for (Party party : seats) {
            if (consider(party)) {
                return true;
            }
        }
        return tell() || seats.stream().anyMatch(party -> party.pair.playOn(party));
    }

    /** The time of whatever waits on the chain comes: first now, then when the next dispute goes on. */
    private boolean outlast() {
        if (!chain.isWaiting()) {
            return false;
        }
        if (!now.equals(outlasted)) {
            outlasted = now;
            mine();
            return true;
        }
        Optional<Instant> next = nextEnd();
        next.ifPresent(this::until);
        return next.isPresent();
    }

    /** What waits on the chain is not slept through. */
    private Duration undisturbed() {
        Optional<Instant> end = chain.isWaiting() ? nextEnd() : Optional.empty();
        return end.map(then -> Duration.between(now, then)).orElse(Story.FOR_EVER);
    }

    private Optional<Instant> nextEnd() {
        return pairs.stream()
                .flatMap(pair -> pair.dispute().stream())
                .flatMap(World::ends)
                .filter(now::isBefore)
                .min(Instant::compareTo);
    }

    /** The end of the dispute and, for an app, of the time for its first move (ONCHAIN.md 8). */
    private static Stream<Instant> ends(Dispute there) {
        Instant timeout = Instant.ofEpochSecond(there.timeout());
        return there.phase() == 0 && there.hasApp()
                ? Stream.of(timeout, timeout.plusSeconds(there.challengeDuration()))
                : Stream.of(timeout);
    }

    private boolean consider(Party party) {
        if (party.retry()) {
            pass(Duration.ofSeconds(1));
            return true;
        }
        boolean asked = !party.questions.isEmpty();
        boolean yes = party.pair.trusts(party.questions.peek()) && refusals == 0;
        refusals -= asked && refusals > 0 ? 1 : 0;
        return party.pair.decide(party, yes);
    }

    /** The next questions are answered with no. */
    void refuse(int questions) {
        refusals = questions;
    }

    private boolean tell() {
        boolean any = false;
        for (Person person : people) {
            any |= news(person);
            if (!any && person.purse.missed()) {
                chain.tell(person.purse, now);
                any = true;
            }
        }
        if (!any && chain.isBusy()) {
            mine();
            any = true;
        }
        return any;
    }
}
