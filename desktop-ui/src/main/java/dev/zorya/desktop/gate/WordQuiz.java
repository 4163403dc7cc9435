package dev.zorya.desktop.gate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Has the person written the words down? Four places of the phrase are empty and get their words back one by one (UI.md 8, seed words).
 *
 * @param words the whole phrase
 * @param places which places are asked, in order, from 0
 * @param pool the words to pick from: those of the places and as many others, mixed
 * @param picked what was picked so far, for the places in order
 */
record WordQuiz(List<String> words, List<Integer> places, List<String> pool, List<String> picked) {
    private static final int ASKED = 4;

    WordQuiz {
        words = List.copyOf(words);
        places = List.copyOf(places);
        pool = List.copyOf(pool);
        picked = List.copyOf(picked);
    }

    /** A new quiz; the random source is handed in so that a test can repeat it. */
    static WordQuiz about(List<String> words, Random random) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, words.size()).boxed().toList());
        Collections.shuffle(order, random);
        List<Integer> places = order.subList(0, ASKED).stream().sorted().toList();
        List<String> pool = new ArrayList<>(
                order.subList(0, ASKED * 2).stream().map(words::get).toList());
        Collections.shuffle(pool, random);
        return new WordQuiz(words, places, pool, List.of());
    }

    /** Puts a word of the pool into the next empty place. */
    WordQuiz pick(String word) {
        if (complete()) {
            return this;
        }
        List<String> next = new ArrayList<>(picked);
        next.add(word);
        return new WordQuiz(words, places, pool, next);
    }

    WordQuiz restart() {
        return new WordQuiz(words, places, pool, List.of());
    }

    boolean complete() {
        return picked.size() == places.size();
    }

    boolean right() {
        return complete()
                && IntStream.range(0, places.size()).allMatch(i -> picked.get(i).equals(words.get(places.get(i))));
    }

    /** The place that is asked next, from 1; only while not complete. */
    int nextPlace() {
        return places.get(picked.size()) + 1;
    }
}
