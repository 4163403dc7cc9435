/**
 * The engine's port Ledger on Ethereum: takes intents, sends each exactly once, and reports what the chain has confirmed.
 * One thread reads the chain and acts; own transactions live in the store before they leave (safety rule 9).
 * Public entrance: {@link dev.zorya.ethereum.ledger.EthereumLedger}.
 */
@NullMarked
package dev.zorya.ethereum.ledger;

import org.jspecify.annotations.NullMarked;
