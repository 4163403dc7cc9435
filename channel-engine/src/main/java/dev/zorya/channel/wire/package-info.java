/**
 * Wire identities of the kind {@code simple} (a name and an RSA key, OFFCHAIN.md 1.2) and the proof of one in the handshake
 * (2.3). Stricter than go-perun where its proof would prove nothing.
 */
@NullMarked
package dev.zorya.channel.wire;

import org.jspecify.annotations.NullMarked;
