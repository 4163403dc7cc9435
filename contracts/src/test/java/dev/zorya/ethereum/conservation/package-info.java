/**
 * Conservation (ONCHAIN.md 10, issue 1) as an invariant of random call sequences: what a holder owes never exceeds what it has, and no
 * channel ever gets more than was deposited for it. A plain model of the books predicts each step exactly.
 */
@NullMarked
package dev.zorya.ethereum.conservation;

import org.jspecify.annotations.NullMarked;
