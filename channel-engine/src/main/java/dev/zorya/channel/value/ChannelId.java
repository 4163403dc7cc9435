package dev.zorya.channel.value;

/** The 32 bytes that name a channel: a hash of its params made by the ledger (OFFCHAIN.md 5.3). */
public record ChannelId(Bytes bytes) implements Comparable<ChannelId> {
    public ChannelId {
        bytes.requireSize(32, "channel id");
    }

    public static ChannelId fromHex(String hex) {
        return new ChannelId(Bytes.fromHex(hex));
    }

    @Override
    public int compareTo(ChannelId other) {
        return bytes.compareTo(other.bytes);
    }

    @Override
    public String toString() {
        return bytes.hex();
    }
}
