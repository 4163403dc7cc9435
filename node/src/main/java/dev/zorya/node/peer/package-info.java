/**
 * {@code ./zorya peer}: one channel client that any rig drives by JSON lines (docs/PEER.md). A thin layer over engine, transport,
 * store and ledger, the same ones that the wallet uses; it decides by a rule instead of asking a person, and can be told to cheat.
 */
@NullMarked
package dev.zorya.node.peer;

import org.jspecify.annotations.NullMarked;
