/**
 * The pure core: a channel's phases, what each input makes of them, and the effects in order (DESIGN.md 2).
 * No I/O, no clock, no randomness: the same inputs give the same outputs, which is what makes crashes testable.
 */
@NullMarked
package dev.zorya.channel.core;

import org.jspecify.annotations.NullMarked;
