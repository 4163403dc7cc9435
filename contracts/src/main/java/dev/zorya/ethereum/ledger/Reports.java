package dev.zorya.ethereum.ledger;

import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.value.ChannelId;

/** Takes facts to whoever watches a channel; those of channels that nobody watches are dropped. */
interface Reports {
    void report(ChannelId channel, LedgerEvent event);
}
