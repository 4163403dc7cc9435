/**
 * Every word that a person reads: one resource bundle, plural rules, dates and durations (UI.md 11).
 * {@link dev.zorya.desktop.text.Text} is the entrance; keys are literals so that a test can find each of them.
 * No sentence is glued together from parts.
 */
@NullMarked
package dev.zorya.desktop.text;

import org.jspecify.annotations.NullMarked;
