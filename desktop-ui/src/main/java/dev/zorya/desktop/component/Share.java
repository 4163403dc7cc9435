package dev.zorya.desktop.component;

import java.math.BigInteger;

/**
 * One share of a bar.
 *
 * @param kind what it is; decides the look
 * @param amount in the smallest unit, not negative
 */
public record Share(Kind kind, BigInteger amount) {
    /** The kinds in the order in which a bar shows them (UI.md 8). */
    public enum Kind {
        MINE("mine"),
        LOCKED("locked"),
        PENDING("pending"),
        SETTLING("settling"),
        THEIRS("theirs");

        private final String style;

        Kind(String style) {
            this.style = style;
        }

        public String style() {
            return style;
        }
    }
}
