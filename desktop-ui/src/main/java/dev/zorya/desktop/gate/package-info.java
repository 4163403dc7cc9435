/**
 * Before a wallet is open: welcome, try it now, create, restore, unlock (UI.md mock-up welcome).
 * {@link dev.zorya.desktop.gate.Gate} is the entrance; each step is one decision and Back always works.
 * Words and passphrases live only as long as their step and are never logged.
 */
@NullMarked
package dev.zorya.desktop.gate;

import org.jspecify.annotations.NullMarked;
