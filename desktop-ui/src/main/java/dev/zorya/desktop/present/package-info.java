/**
 * How facts of the wallet look and read (UI.md 7): a contact as a person with a badge, a channel's status as a chip, a payment as a row.
 * Each class turns one kind of fact into text, icon and tone; all of them are plain functions.
 * The words of states are here and nowhere else.
 */
@NullMarked
package dev.zorya.desktop.present;

import org.jspecify.annotations.NullMarked;
