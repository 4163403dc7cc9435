package dev.zorya.channel.sim.seeded;

import dev.zorya.channel.sim.seeded.Deed.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * All that a seed decides about a world.
 *
 * @param kept which of the seed's deeds these are, by number
 */
record Plan(long seed, Weather weather, List<Deed> deeds, List<Integer> kept) {
    private static final int MIN_DEEDS = 60;
    private static final int MORE_DEEDS = 200;
    private static final int HOW = 1 << 16;

    static Plan of(long seed) {
        Dice dice = new Dice(seed);
        Weather weather = Weather.of(dice);
        Kind[] wheel = wheel(weather);
        int count = weather.pairs() * (MIN_DEEDS + dice.below(MORE_DEEDS));
        List<Deed> deeds = new ArrayList<>(count);
        List<Integer> kept = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            deeds.add(new Deed(wheel[dice.below(wheel.length)], dice.below(2 * weather.pairs()), dice.below(HOW)));
            kept.add(number);
        }
        return new Plan(seed, weather, deeds, kept);
    }

    /** This plan with only those of its deeds that have these numbers. */
    Plan keeping(List<Integer> numbers) {
        List<Deed> left = new ArrayList<>();
        List<Integer> known = new ArrayList<>();
        for (int at = 0; at < deeds.size(); at++) {
            if (numbers.contains(kept.get(at))) {
                left.add(deeds.get(at));
                known.add(kept.get(at));
            }
        }
        return new Plan(seed, weather, left, known);
    }

    /** As often as it comes up, so often does it happen. */
    private static Kind[] wheel(Weather weather) {
        Map<Kind, Integer> parts = new EnumMap<>(Kind.class);
        parts.put(Kind.WORK, 170);
        if (weather.isGame()) {
            parts.put(Kind.PLAY, 26);
        }
        if (weather.isGame() && weather.pairs() == 1) {
            parts.put(Kind.PAY, 1);
        } else {
            parts.put(Kind.PAY, 24);
            parts.put(Kind.CHANGE, 4);
        }
        parts.put(Kind.CLOSE, 1);
        parts.put(Kind.DECIDE, 10);
        parts.put(Kind.RING, 20);
        parts.put(Kind.TICK, 4);
        parts.put(Kind.MINE, weather.early() || weather.chain() ? 12 : 3);
        parts.put(Kind.NEWS, weather.early() || weather.chain() ? 12 : 3);
        if (weather.unordered()) {
            parts.put(Kind.LOSE, 6);
            parts.put(Kind.DOUBLE, 8);
            parts.put(Kind.MOVE, 8);
        }
        if (weather.cuts()) {
            parts.put(Kind.BREAK, 4);
            parts.put(Kind.CUT, 2);
            parts.put(Kind.JOIN, 5);
        }
        if (weather.crashes()) {
            parts.put(Kind.CRASH, 5);
        }
        if (weather.disks()) {
            parts.put(Kind.DISK, 5);
        }
        if (weather.chain()) {
            parts.put(Kind.REORGANISE, 5);
            parts.put(Kind.OMIT, 4);
            parts.put(Kind.NODE, 3);
        }
        if (weather.disputes()) {
            parts.put(Kind.ALONE, 1);
            parts.put(Kind.SLEEP, 3);
            parts.put(Kind.WAKE, 5);
            parts.put(Kind.PASS, 3);
            parts.put(Kind.MINE, 16);
            parts.put(Kind.NEWS, 16);
            if (weather.villain().isPresent()) {
                parts.put(Kind.CHEAT, 4);
            }
        }
        if (weather.villain().isPresent()) {
            parts.put(Kind.FORGE, 40);
            parts.put(Kind.SPEND, 4);
            parts.put(Kind.MUTE, 2);
            parts.put(Kind.VANISH, 1);
        }
        List<Kind> wheel = new ArrayList<>();
        parts.forEach((kind, count) -> {
            for (int part = 0; part < count; part++) {
                wheel.add(kind);
            }
        });
        return wheel.toArray(Kind[]::new);
    }
}
