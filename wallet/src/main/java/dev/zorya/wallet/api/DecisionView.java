package dev.zorya.wallet.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proposal and what became of it.
 *
 * @param did of the contact, or empty for a stranger
 * @param name of the contact at that time
 * @param amount that the channel would have held in all; null where it could not be told in a coin that this wallet knows
 * @param byPerson decided by the person, not by a rule
 * @param reason one sentence in plain words
 */
public record DecisionView(
        Instant at,
        String did,
        String name,
        @Nullable Amount amount,
        Verdict verdict,
        boolean byPerson,
        String reason) {
    public enum Verdict {
        ACCEPTED,
        DECLINED,
        /** Nobody answered in time. */
        UNANSWERED
    }
}
