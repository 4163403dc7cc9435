/**
 * Makes what people install: an image with its own Java, and the packages of this system around it.
 * {@link dev.zorya.installers.Build} is the entrance; {@code ./zorya package} runs it. Nothing of it is part of the program.
 * Decisions: docs/decisions/0015-installers.md.
 */
@NullMarked
package dev.zorya.installers;

import org.jspecify.annotations.NullMarked;
