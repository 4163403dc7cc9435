/**
 * The practice chain: a real Ethereum node (anvil) as a child process on a free loopback port, with play money.
 * It is started, watched and stopped here; what runs on it does not know that it is for practice.
 * Public entrance: {@link dev.zorya.ethereum.anvil.Anvil}.
 */
@NullMarked
package dev.zorya.ethereum.anvil;

import org.jspecify.annotations.NullMarked;
