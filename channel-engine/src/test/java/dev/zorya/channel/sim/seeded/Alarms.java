package dev.zorya.channel.sim.seeded;

import dev.zorya.channel.core.Timer;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The alarm clocks of one party's channel. */
final class Alarms {
    private final Map<Timer, Instant> set = new EnumMap<>(Timer.class);

    void set(Timer timer, Instant due) {
        set.put(timer, due);
    }

    void clear() {
        set.clear();
    }

    /** The one that goes off first. */
    @Nullable
    Timer first() {
        Timer first = null;
        Instant due = Instant.MAX;
        for (Map.Entry<Timer, Instant> each : set.entrySet()) {
            if (each.getValue().isBefore(due)) {
                first = each.getKey();
                due = each.getValue();
            }
        }
        return first;
    }

    Instant due(Timer timer) {
        return set.getOrDefault(timer, Instant.MAX);
    }

    void off(Timer timer) {
        set.remove(timer);
    }
}
