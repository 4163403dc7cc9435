package dev.zorya.desktop.shell;

import dev.zorya.desktop.component.Icon;

/**
 * What "Search, or paste anything" found: what it is and the one thing that fits (UI.md 3).
 *
 * @param what the first line
 * @param about the second line, may be empty
 */
record Finding(Icon icon, String what, String about, Place place) {}
