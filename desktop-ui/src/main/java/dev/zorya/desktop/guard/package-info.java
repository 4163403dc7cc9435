/**
 * Is my money safe? What the watcher does for each channel, and the wallet's own transactions (UI.md 3, mock-up guard).
 * {@link dev.zorya.desktop.guard.GuardController} is the entrance.
 * Both are read anew whenever the snapshot changes.
 */
@NullMarked
package dev.zorya.desktop.guard;

import org.jspecify.annotations.NullMarked;
