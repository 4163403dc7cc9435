/**
 * Others want this person's consent (UI.md 8, consent sheet): who, why, exactly what they would see, and what cannot be left out.
 * {@link dev.zorya.desktop.consent.ConsentSheet} is the entrance, {@link dev.zorya.desktop.consent.WaitingRow} leads to it.
 * Closing the sheet decides nothing.
 */
@NullMarked
package dev.zorya.desktop.consent;

import org.jspecify.annotations.NullMarked;
