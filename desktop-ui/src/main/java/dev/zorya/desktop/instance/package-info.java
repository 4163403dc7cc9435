/**
 * One window for one data folder: a second start gives its link to the window that is open already, and ends.
 * {@link dev.zorya.desktop.instance.OneWindow} is the entrance. What comes this way is read like any other hostile
 * text (THREATS.md 61): bounded here, understood by {@code dev.zorya.wallet.link}, shown and never acted upon.
 */
@NullMarked
package dev.zorya.desktop.instance;

import org.jspecify.annotations.NullMarked;
