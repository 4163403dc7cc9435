/**
 * The rules of the adjudicator and the asset holders in plain Java (ONCHAIN.md 5 to 8), with those that the wallet's own
 * contracts add. What simulated ledgers are made of, and what the contracts are compared with.
 */
@NullMarked
package dev.zorya.channel.sim.judge;

import org.jspecify.annotations.NullMarked;
