/**
 * Paying and asking to be paid (UI.md mock-ups pay and request): the form at the left, what will happen at the right.
 * {@link dev.zorya.desktop.pay.PayController} is the entrance for both; {@link dev.zorya.desktop.pay.PayForm} holds what was typed.
 * The button repeats verb and amount; nothing happens before it.
 */
@NullMarked
package dev.zorya.desktop.pay;

import org.jspecify.annotations.NullMarked;
