package dev.zorya.channel.port;

import java.util.List;

/** Where channels survive. Every write is durable when it returns, or it did not happen (safety rule 1). */
public interface ChannelStore {
    /**
     * Commits one change of one channel: its record, book and journal together or not at all. Blocks until it is on the
     * disk; calls from many threads share one commit.
     *
     * @throws StoreException if it is not on the disk; the caller must then not act on it
     */
    void write(ChannelWrite write) throws StoreException;

    /** All channels that are not archived, in order of their creation. */
    List<StoredChannel> load() throws StoreException;
}
