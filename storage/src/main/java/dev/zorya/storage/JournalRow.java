package dev.zorya.storage;

import dev.zorya.channel.port.JournalEntry;

/** One line of a channel's journal. @param cursor position in the list, as in {@link ActivityRow} */
public record JournalRow(long cursor, JournalEntry entry) {}
