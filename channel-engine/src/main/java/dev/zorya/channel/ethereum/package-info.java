/**
 * What the Perun contracts on Ethereum see: ABI encodings, hashes, ids, calldata and the binary form of assets
 * (ONCHAIN.md 2, 3, 5, 6). Pure functions; no chain is asked here.
 */
@NullMarked
package dev.zorya.channel.ethereum;

import org.jspecify.annotations.NullMarked;
