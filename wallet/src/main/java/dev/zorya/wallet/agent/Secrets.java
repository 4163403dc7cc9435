package dev.zorya.wallet.agent;

/** Further secrets of this wallet, each for one purpose; they come back with its words. */
@FunctionalInterface
public interface Secrets {
    /** A secret of 32 bytes, the same each time; the caller wipes them. */
    byte[] derive(String purpose);
}
