package dev.zorya.channel.sim.judge;

import dev.zorya.channel.ethereum.Dispute;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.ChannelId;

/** An event of the contracts, in the order in which they are emitted (ONCHAIN.md 5 and 6). */
public sealed interface Ruling {
    /** ChannelUpdate: the entry of this channel was written. */
    record Updated(ChannelId channel, Dispute dispute) implements Ruling {}

    /** OutcomeSet by the holder of this asset. */
    record OutcomeSet(ChannelId channel, Asset asset) implements Ruling {}
}
