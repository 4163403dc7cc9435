/**
 * go-perun's binary serializer, perunio (OFFCHAIN.md 3), for every value and message, and the bodies of our extensions.
 * Decoding is streaming and bounded: nothing is allocated for bytes that have not arrived (safety rule 5).
 */
@NullMarked
package dev.zorya.channel.perunio;

import org.jspecify.annotations.NullMarked;
