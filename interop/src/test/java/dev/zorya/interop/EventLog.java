package dev.zorya.interop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** All events of a peer in their order, and waiting for one. */
final class EventLog {
    private static final int SHOWN = 12;

    private final String peer;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final List<JsonNode> events = new ArrayList<>();
    private Optional<String> end = Optional.empty();

    EventLog(String peer) {
        this.peer = peer;
    }

    void add(JsonNode event) {
        lock.lock();
        try {
            events.add(event);
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** No more will come, for this reason. */
    void end(String reason) {
        lock.lock();
        try {
            end = Optional.of(reason);
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return events.size();
        } finally {
            lock.unlock();
        }
    }

    List<JsonNode> since(int mark) {
        lock.lock();
        try {
            return List.copyOf(events.subList(mark, events.size()));
        } finally {
            lock.unlock();
        }
    }

    JsonNode await(Predicate<JsonNode> matching, String what, Duration patience, LastWords words)
            throws InterruptedException {
        return awaitAfter(0, matching, what, patience, words);
    }

    JsonNode awaitAfter(int mark, Predicate<JsonNode> matching, String what, Duration patience, LastWords words)
            throws InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            int seen = mark;
            while (true) {
                for (; seen < events.size(); seen++) {
                    if (matching.test(events.get(seen))) {
                        return events.get(seen);
                    }
                }
                if (end.isPresent()) {
                    throw new AssertionError("no event '" + what + "': " + end.get());
                }
                if (left <= 0) {
                    throw new AssertionError(peer + " reported no '" + what + "', but " + this + words.tail());
                }
                left = grown.awaitNanos(Math.min(left, TimeUnit.SECONDS.toNanos(1))) > 0
                        ? left
                        : left - TimeUnit.SECONDS.toNanos(1);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        lock.lock();
        try {
            List<String> last = events.subList(Math.max(0, events.size() - SHOWN), events.size()).stream()
                    .map(JsonNode::toString)
                    .toList();
            return last.isEmpty() ? "nothing" : String.join("\n  ", last);
        } finally {
            lock.unlock();
        }
    }
}
