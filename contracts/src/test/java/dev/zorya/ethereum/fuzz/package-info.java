/**
 * The contracts against the judge in plain Java ({@link dev.zorya.channel.sim.judge.Judge}): thousands of random call sequences, in
 * which both must accept and refuse the same calls and come to the same phases, timeouts and holdings.
 * A seed decides a sequence; {@code FuzzTest} says how a failing one is played again.
 */
@NullMarked
package dev.zorya.ethereum.fuzz;

import org.jspecify.annotations.NullMarked;
