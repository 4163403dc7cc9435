package dev.zorya.channel.core;

/** One clock of each kind for each channel; setting it again replaces the earlier setting. */
public enum Timer {
    /** Waiting for the answer to a proposal or for the first signature. */
    ANSWER,
    /** Waiting for the answer to an update. */
    UPDATE,
    /** Waiting for our turn after crossing updates (safety rule 3). */
    TURN,
    /** Leaving something on the ledger to the peer first. */
    LEDGER
}
