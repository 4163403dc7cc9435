/**
 * Rules of our contracts that the official ones do not have, or that their recorded rules do not touch.
 * Each test names what would be lost without the rule.
 */
@NullMarked
package dev.zorya.ethereum.own;

import org.jspecify.annotations.NullMarked;
