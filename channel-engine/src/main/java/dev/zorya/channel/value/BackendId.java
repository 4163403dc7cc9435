package dev.zorya.channel.value;

/** The kind of ledger an address or asset belongs to, go-perun's numbers (OFFCHAIN.md 0). Any int may appear on the wire. */
public final class BackendId {
    public static final int SIMULATION = 0;
    public static final int ETHEREUM = 1;
    public static final int SOLANA = 6;

    /** The highest number that go-perun has given away. */
    public static final int LAST = SOLANA;

    private BackendId() {}
}
