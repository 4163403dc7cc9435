package dev.zorya.ethereum.rpc;

/** The state of the chain that a question is about. */
public record At(String tag) {
    /** After the newest block. */
    public static final At LATEST = new At("latest");

    /** As if all transactions that the node knows were in a block already. */
    public static final At PENDING = new At("pending");

    /** After a given block. Nodes without an archive answer only for the last 128 or so. */
    public static At block(long number) {
        return new At("0x" + Long.toHexString(number));
    }
}
