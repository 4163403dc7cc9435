package dev.zorya.channel.port;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where channels survive. A write is durable when its stage completes, or it did not happen (safety rule 1). */
public interface ChannelStore {
    /**
     * Commits one step of a channel and of those that change with it: records, books and journals together or not at all.
     * Returns at once; writes that wait at the same time share one commit.
     *
     * @return completes on a thread of the store when it is on the disk: what follows on that thread delays the next commit and
     *     must not wait for one. Fails with a {@link StoreException} if it is not on the disk; the caller must then not act on it
     */
    CompletionStage<Void> write(List<ChannelWrite> step);

    /** All channels that are not archived, in order of their creation. */
    List<StoredChannel> load() throws StoreException;
}
