package dev.zorya.desktop.component;

import dev.zorya.desktop.money.Shown;

/**
 * One row of a cost summary.
 *
 * @param name what the money is for
 * @param explained who pays and how long it takes
 * @param total the row that says what leaves the balance
 */
public record CostLine(String name, String explained, Shown amount, boolean total) {}
