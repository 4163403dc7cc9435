package dev.zorya.desktop.shell;

import dev.zorya.desktop.present.Look;

/**
 * A message about something that has a page.
 *
 * @param leads where the person can look at it
 */
record Notice(Look look, Place leads) {}
