/**
 * The values of a Perun channel: params, state, allocation, identities, signatures (OFFCHAIN.md 5). Immutable records
 * that refuse impossible shapes when they are made, so nothing after decoding has to ask again.
 */
@NullMarked
package dev.zorya.channel.value;

import org.jspecify.annotations.NullMarked;
