/**
 * The wire: TLS connections between wallets, the go-perun handshake and its envelopes, the registry of connections.
 * Implements the engine port Bus; an envelope counts only on the connection that proved its sender (rule 6).
 */
@NullMarked
package dev.zorya.net;

import org.jspecify.annotations.NullMarked;
