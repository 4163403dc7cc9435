package dev.zorya.desktop.money;

/**
 * An amount ready to be shown.
 *
 * @param number digits with sign, or the mask while amounts are hidden
 * @param unit the unit to print after it, smaller and muted
 * @param spoken both for a screen reader, in words
 */
public record Shown(String number, String unit, String spoken) {
    private static final char NO_BREAK_SPACE = '\u00A0';

    /** Number and unit that never part at the end of a line. */
    public String text() {
        return number + NO_BREAK_SPACE + unit;
    }
}
