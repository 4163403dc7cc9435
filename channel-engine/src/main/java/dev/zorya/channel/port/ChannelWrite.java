package dev.zorya.channel.port;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.ProposalId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One durable step of one channel.
 *
 * @param key names the channel from its proposal on
 * @param channelId null until the params are complete
 * @param terms what does not change any more (params, peers) in the engine's encoding; null leaves the stored terms
 * @param phase name of the engine's phase, for queries and people
 * @param version newest fully signed version, unsigned; 0 before there is one
 * @param body everything else of the channel in the engine's encoding
 * @param archived the channel is over and is not loaded any more
 */
public record ChannelWrite(
        ProposalId key,
        @Nullable ChannelId channelId,
        @Nullable Bytes terms,
        String phase,
        long version,
        Bytes body,
        boolean archived,
        List<BookEntry> book,
        List<JournalEntry> journal) {
    public ChannelWrite {
        book = List.copyOf(book);
        journal = List.copyOf(journal);
    }
}
