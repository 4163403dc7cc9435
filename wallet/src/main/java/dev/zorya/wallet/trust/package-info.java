/**
 * What the trust policy says about a proposal: a pure function of the policy and of what is known about the proposer.
 * It never asks, never waits and never sees a key; the wallet's own limits hold before it is asked.
 */
@NullMarked
package dev.zorya.wallet.trust;

import org.jspecify.annotations.NullMarked;
