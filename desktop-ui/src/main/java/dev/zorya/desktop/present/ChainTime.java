package dev.zorya.desktop.present;

import dev.zorya.wallet.api.Health;
import java.time.Duration;
import java.time.Instant;

/**
 * What time it is on the chain, which decides about deadlines (DESIGN.md 3, rule 8). Between two blocks it goes on as fast as this
 * computer's clock, whatever that clock says.
 *
 * @param block newest known
 * @param blockTime of that block
 * @param seen when this computer learned of it, by its own clock
 * @param idle a practice chain makes blocks only when there is something in them, by the clock of this computer
 */
public record ChainTime(long block, Instant blockTime, Instant seen, boolean idle) {
    public static ChainTime of(Health health, boolean practice, Instant now) {
        return new ChainTime(health.block(), health.blockTime(), now, practice);
    }

    /** The same if there is no newer block. */
    public ChainTime with(Health health, Instant now) {
        return health.block() == block ? this : of(health, idle, now);
    }

    public Instant at(Instant now) {
        Instant running = blockTime.plus(Duration.between(seen, now));
        return idle && now.isAfter(running) ? now : running;
    }
}
