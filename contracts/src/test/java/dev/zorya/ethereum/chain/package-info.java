/**
 * What the contract tests share: values that may be wrong on purpose, their ABI encoding, signatures, and a practice chain with everything deployed.
 * Independent of the engine's encoder, so that the two check each other.
 * Public entrance: {@link dev.zorya.ethereum.chain.World}.
 */
@NullMarked
package dev.zorya.ethereum.chain;

import org.jspecify.annotations.NullMarked;
