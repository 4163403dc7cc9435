/**
 * A contact wants a channel with us: the sheet that asks the person (UI.md 8, consent: who asks, what exactly, no hurry).
 * {@link dev.zorya.desktop.question.QuestionSheet} is the entrance.
 * Closing the sheet decides nothing.
 */
@NullMarked
package dev.zorya.desktop.question;

import org.jspecify.annotations.NullMarked;
