/**
 * Worlds that a seed decides: two or three people on the pure core, their network, disks, chain and clock, and all that can
 * go wrong (DESIGN.md 10). {@link dev.zorya.channel.sim.seeded.Simulator} is the entrance;
 * {@link dev.zorya.channel.sim.seeded.Core} is the only place that touches the core.
 */
@NullMarked
package dev.zorya.channel.sim.seeded;

import org.jspecify.annotations.NullMarked;
