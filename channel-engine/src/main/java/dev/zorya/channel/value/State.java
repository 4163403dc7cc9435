package dev.zorya.channel.value;

/**
 * One version of a channel: who owns what now.
 *
 * @param version an unsigned 64-bit number
 * @param data the app's data; empty without an app
 */
public record State(ChannelId id, long version, Allocation allocation, boolean isFinal, App app, Bytes data) {

    public Balances balances() {
        return allocation.balances();
    }
}
