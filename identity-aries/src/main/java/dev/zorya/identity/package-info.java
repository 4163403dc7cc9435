/**
 * Who is on the other side: DIDs, contact cards and their proofs.
 * The embedded identity is pure Java; every check of a card is made here, whoever signed it.
 */
@NullMarked
package dev.zorya.identity;

import org.jspecify.annotations.NullMarked;
