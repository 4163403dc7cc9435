package dev.zorya.desktop.component;

/**
 * One fact of the health strip.
 *
 * @param sentence also what a screen reader gets (UI.md 7)
 * @param tone decides the shape
 * @param keptWhenNarrow shown below 1120 px too; a bad item always is
 */
public record HealthItem(String sentence, Tone tone, boolean keptWhenNarrow) {
    boolean shown(boolean narrow) {
        return !narrow || keptWhenNarrow || tone == Tone.BAD || tone == Tone.WAIT;
    }
}
