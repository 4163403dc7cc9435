/**
 * Talks to an Ethereum node: requests over HTTP in batches, new blocks over a WebSocket of its own, signed transactions as
 * bytes. Knows nothing of channels. Public entrance: {@link dev.zorya.ethereum.rpc.Node}.
 */
@NullMarked
package dev.zorya.ethereum.rpc;

import org.jspecify.annotations.NullMarked;
