/**
 * What the engine asks of the world: ledger, bus, stores, signer, policy, clock. Owned by the engine, implemented elsewhere.
 * Every implementation is exchangeable, which is what makes the engine testable without a chain or a socket.
 */
@NullMarked
package dev.zorya.channel.port;

import org.jspecify.annotations.NullMarked;
