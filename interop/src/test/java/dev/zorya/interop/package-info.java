/**
 * Channels between Zorya and go-perun, live. Both sides are processes that are driven by JSON lines, on a real chain with the official
 * contracts and with ours.
 * What is found here about the other side is written down in docs/INTEROP.md.
 */
@NullMarked
package dev.zorya.interop;

import org.jspecify.annotations.NullMarked;
