/**
 * Adding a contact (UI.md mock-up contact-add): the own text to give away, their text to paste, what the checks say, the code to compare.
 * {@link dev.zorya.desktop.contactadd.AddContactController} is the entrance, {@link dev.zorya.desktop.contactadd.CardSheet} shows only the own text.
 * Nothing is saved before the person says so.
 */
@NullMarked
package dev.zorya.desktop.contactadd;

import org.jspecify.annotations.NullMarked;
