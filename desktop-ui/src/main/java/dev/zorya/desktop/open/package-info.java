/**
 * Opening a channel (UI.md mock-up channel-open): with whom, how much from each, for how long, and what it costs before the button.
 * {@link dev.zorya.desktop.open.OpenController} is the entrance; {@link dev.zorya.desktop.open.OpenForm} holds what was typed.
 * Nothing is locked until the contact agrees.
 */
@NullMarked
package dev.zorya.desktop.open;

import org.jspecify.annotations.NullMarked;
