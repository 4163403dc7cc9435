package dev.zorya.channel.port;

import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The judge and the till. What it reports is what a chain has confirmed to the configured depth, never what was sent. */
public interface Ledger {
    StateScheme scheme();

    /** This wallet's identity on the ledger, the participant in all its channels. */
    Participant self();

    /**
     * Whether this ledger could settle such a channel: assets and holders known, app known, sums in range, distinct
     * participants and assets, limits of safety rules 4 and 7. May ask the chain; blocks.
     *
     * @return the sentence for the person or the peer why not, or nothing
     */
    Optional<String> refusal(Params params, Allocation initial) throws LedgerException;

    /**
     * Makes sure that the intent happens once, whatever crashes in between (safety rule 9). Does not block: the intent is
     * kept in memory, what is signed for it is durable before it is sent, and how it goes on is reported to the watcher of its
     * channel. An intent with a known key is the same intent, so after a restart submit again what is not reported done.
     */
    void submit(Intent intent) throws LedgerException;

    /**
     * Reports all that happens to a channel, first of all how it stands now. Truth is read from holdings and disputes;
     * events only wake the reader up. The listener must not block and may see the same fact twice.
     *
     * <p>Of a sub-channel (its params say so) only registrations and the conclusion are reported: its money lies with the root.
     *
     * @param assets of the channel, in its order; holdings are reported in this order
     */
    void watch(ChannelId channel, Params params, Allocation assets, Consumer<LedgerEvent> listener);

    void unwatch(ChannelId channel);

    /** Asks for the present facts of these channels again, for example after waking up. */
    void refresh(List<ChannelId> channels);
}
