package dev.zorya.channel.port;

import java.time.Instant;

/**
 * What happened to a channel, for people and for bug reports; never read back by the engine.
 *
 * @param event a stable upper-case name such as DEPOSITED
 * @param version version it is about, unsigned
 * @param details a few key=value pairs: transaction, block, amounts, reasons; never secrets
 */
public record JournalEntry(Instant at, String event, long version, String details) {}
