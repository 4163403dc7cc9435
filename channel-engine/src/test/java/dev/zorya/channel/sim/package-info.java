/**
 * The world around an engine in memory: clock, store, network and a model of the contracts, all of which can be made to fail.
 * For the tests of every module; grows into the full simulator (DESIGN.md 10).
 */
@NullMarked
package dev.zorya.channel.sim;

import org.jspecify.annotations.NullMarked;
