/**
 * The Ethereum ledger: contracts, deployment, funding, conclusion, withdrawal, events and the practice chain.
 * Implements the engine port Ledger; the chain is the judge, so its state is read back and never assumed.
 */
@NullMarked
package dev.zorya.ethereum;

import org.jspecify.annotations.NullMarked;
