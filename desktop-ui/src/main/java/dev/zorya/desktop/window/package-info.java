/**
 * The window itself: which half of the program it shows (gate or shell), what it remembers, light and dark, text size.
 * {@link dev.zorya.desktop.window.Window} is the entrance.
 * It knows how wallets are opened, but not where they come from.
 */
@NullMarked
package dev.zorya.desktop.window;

import org.jspecify.annotations.NullMarked;
