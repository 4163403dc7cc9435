/**
 * The rules of the contracts, row by row of {@code onchain-rules-official.json}: each row is a real transaction against our contracts.
 * One class per group of the file; rows where ours differ on purpose are listed in {@link dev.zorya.ethereum.rules.Deviations}.
 */
@NullMarked
package dev.zorya.ethereum.rules;

import org.jspecify.annotations.NullMarked;
