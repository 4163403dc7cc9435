/**
 * Addresses, DIDs and hashes as people compare them (UI.md 6): groups of four, a colour, initials.
 * {@link dev.zorya.desktop.ident.Chunks} is the entrance for text, {@link dev.zorya.desktop.ident.Face} for the avatar.
 * Nothing here is a check: what a key proves is decided by the identity module.
 */
@NullMarked
package dev.zorya.desktop.ident;

import org.jspecify.annotations.NullMarked;
