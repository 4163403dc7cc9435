/**
 * Letters from one wallet to another: signed by the sender's DID, for one recipient, for a time, once.
 * They carry introductions, credentials and new cards over a connection of the transport; no agent is needed.
 */
@NullMarked
package dev.zorya.identity.letter;

import org.jspecify.annotations.NullMarked;
