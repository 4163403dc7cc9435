/**
 * The one word in front of all programs of an installed Zorya: looks at the first argument and starts what it names.
 * {@link dev.zorya.start.Start} is the entrance. It touches no class of a program that is not started, so what
 * works in a terminal needs neither JavaFX nor a display.
 */
@NullMarked
package dev.zorya.start;

import org.jspecify.annotations.NullMarked;
