package dev.zorya.desktop.settings;

import dev.zorya.desktop.theme.ThemeChoice;

/** What the window around every page can do: look and text size, applied at once and remembered; the log. */
public interface Appearance {
    ThemeChoice theme();

    void theme(ThemeChoice choice);

    /** In percent: 90, 100, 115 or 130. */
    int textSize();

    void textSize(int percent);

    /** Shows the folder of the log, with whatever this system opens folders. */
    void showLogs();
}
