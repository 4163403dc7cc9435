package dev.zorya.desktop.settings;

import dev.zorya.desktop.theme.ThemeChoice;

/** Look and text size: applied at once and remembered. */
public interface Appearance {
    ThemeChoice theme();

    void theme(ThemeChoice choice);

    /** In percent: 90, 100, 115 or 130. */
    int textSize();

    void textSize(int percent);
}
