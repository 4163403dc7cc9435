/**
 * Contacts (UI.md mock-up contacts): the list at the left, what is proven about one of them at the right.
 * {@link dev.zorya.desktop.contacts.ContactsController} is the entrance.
 * A name is what this person calls the contact; what the contact calls itself is shown as its claim.
 */
@NullMarked
package dev.zorya.desktop.contacts;

import org.jspecify.annotations.NullMarked;
