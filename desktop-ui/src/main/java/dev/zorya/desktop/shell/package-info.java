/**
 * The frame around the screens of an open wallet (UI.md 2 and 3): rail, top bar, banner, strip, typed navigation, shortcuts.
 * {@link dev.zorya.desktop.shell.Shell} is the entrance; screens see only {@link dev.zorya.desktop.shell.Desk}.
 * A place that does not exist yet has no entry here.
 */
@NullMarked
package dev.zorya.desktop.shell;

import org.jspecify.annotations.NullMarked;
