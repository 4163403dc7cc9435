/**
 * Millions of frames that nobody sane would send, against both decoders. Every input comes from a seed, so that what is
 * found can be played again; a hanging, crashing or greedy decoder is a way to take a wallet off the network.
 */
@NullMarked
package dev.zorya.channel.fuzz;

import org.jspecify.annotations.NullMarked;
