/**
 * What the contracts' operations cost, next to the official contracts' costs in {@code onchain-gas-official.json}.
 * The table is kept in docs/GAS.md; no operation may cost more than the official one.
 */
@NullMarked
package dev.zorya.ethereum.gas;

import org.jspecify.annotations.NullMarked;
