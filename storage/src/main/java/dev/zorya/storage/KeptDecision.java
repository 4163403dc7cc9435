package dev.zorya.storage;

import java.time.Instant;

/**
 * A proposal and what became of it.
 *
 * @param contact id, or empty for somebody who was none
 * @param name of the contact at that time
 * @param coin symbol, or empty where no known coin was named
 * @param amount smallest units in decimal digits, or empty
 * @param byPerson decided by the person, not by a rule
 * @param reason one sentence
 */
public record KeptDecision(
        Instant at,
        String contact,
        String name,
        String coin,
        String amount,
        Verdict verdict,
        boolean byPerson,
        String reason) {
    public enum Verdict {
        ACCEPTED,
        DECLINED,
        UNANSWERED
    }
}
