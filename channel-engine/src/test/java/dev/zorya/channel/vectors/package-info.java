/**
 * The vectors of the real libraries (go-perun v0.15.0, perun-eth-backend v0.6.0) as our values, for the tests of every module.
 * The files are copies of perun/vectors; their README says what is in them.
 */
@NullMarked
package dev.zorya.channel.vectors;

import org.jspecify.annotations.NullMarked;
