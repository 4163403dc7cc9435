package dev.zorya.desktop.theme;

/** What the person chose in Settings, Appearance. */
public enum ThemeChoice {
    /** Follows the operating system. */
    SYSTEM,
    LIGHT,
    DARK
}
