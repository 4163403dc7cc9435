package dev.zorya.node.peer;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counters since the start, by name. */
final class Stats {
    private final Map<String, LongAdder> counters = new ConcurrentHashMap<>();

    void count(String what) {
        counters.computeIfAbsent(what, name -> new LongAdder()).increment();
    }

    Map<String, Long> now() {
        Map<String, Long> all = new TreeMap<>();
        counters.forEach((name, counter) -> all.put(name, counter.sum()));
        return all;
    }
}
