/**
 * Amounts as people read and type them (UI.md 6): whole numbers of the smallest unit in, text out, and back.
 * {@link dev.zorya.desktop.money.Money} is the only place of the program that turns an amount into text.
 * Nothing here knows about channels, chains or windows.
 */
@NullMarked
package dev.zorya.desktop.money;

import org.jspecify.annotations.NullMarked;
