package dev.zorya.desktop.activity;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.money.Shown;
import dev.zorya.desktop.present.Look;

/** One line of the list. */
sealed interface Line {
    /** The heading over a day. */
    record Day(String words) implements Line {}

    /**
     * A payment.
     *
     * @param status done is said quietly, pending in amber
     * @param spoken the row in one sentence
     */
    record Payment(
            String id,
            Icon icon,
            String name,
            String memo,
            Look status,
            Shown amount,
            boolean incoming,
            String time,
            String spoken)
            implements Line {}
}
