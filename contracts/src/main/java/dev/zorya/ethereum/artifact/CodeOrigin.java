package dev.zorya.ethereum.artifact;

/** Whose code stands at an address. */
public enum CodeOrigin {
    /** Compiled from the sources of this project. */
    OURS,
    /** The build of perun-eth-contracts v1.0.0 that perun-eth-backend v0.6.0 deploys and checks (ONCHAIN.md 1). */
    OFFICIAL,
    /** Some other code. Do not put money there. */
    UNKNOWN,
    /** No code at all: not a contract, or not on this chain. */
    ABSENT
}
