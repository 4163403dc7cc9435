package dev.zorya.storage;

import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.value.ProposalId;
import org.jspecify.annotations.Nullable;

/**
 * Which payments a page shows. Null and the empty text mean any.
 *
 * @param contact id of the contact at the other end of the channel
 * @param text is in the memo or in the contact's name; letters A to Z in either case
 */
public record ActivityFilter(
        @Nullable ProposalId channel,
        @Nullable String contact,
        BookEntry.@Nullable Direction direction,
        BookEntry.@Nullable Status status,
        String text) {
    public static final ActivityFilter ALL = new ActivityFilter(null, null, null, null, "");
}
