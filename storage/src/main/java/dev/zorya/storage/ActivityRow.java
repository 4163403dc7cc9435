package dev.zorya.storage;

import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.value.ProposalId;

/**
 * One payment in a list.
 *
 * @param cursor position in the list: the page after the one that ends with this row begins below it
 * @param contact id of the contact at the other end, or empty
 */
public record ActivityRow(long cursor, ProposalId channel, String contact, BookEntry entry) {}
