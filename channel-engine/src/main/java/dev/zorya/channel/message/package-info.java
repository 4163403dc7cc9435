/**
 * Every message of the go-perun protocol and our extensions to it, as records (OFFCHAIN.md 2.7, 3.3).
 * Bytes on the wire are made in the package perunio.
 */
@NullMarked
package dev.zorya.channel.message;

import org.jspecify.annotations.NullMarked;
