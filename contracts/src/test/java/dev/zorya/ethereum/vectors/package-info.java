/**
 * What the Go backend encodes, signed and sent, given to our contracts: {@code onchain-encodings.json}, {@code onchain-calldata.json} and
 * {@code onchain-signature-variants.json}, every row.
 */
@NullMarked
package dev.zorya.ethereum.vectors;

import org.jspecify.annotations.NullMarked;
