package dev.zorya.ethereum.ledger;

import java.net.URI;

/**
 * How one node of the chain is doing.
 *
 * @param used questions go to it at present
 * @param head number of the newest block that it gave, 0 if none
 * @param sentence why it cannot be used; empty while it can
 */
public record NodeHealth(URI uri, boolean used, long head, String sentence) {}
