package dev.zorya.wallet.api;

import java.util.List;
import java.util.function.Consumer;

/**
 * Watches over one wallet's channels on the chain: refutes old states, sees disputes through to the payout. It needs nothing but the
 * wallet's files and the chain (DESIGN.md 3, rule 8): no contact can reach it, and it neither pays nor asks.
 */
public interface Guard extends AutoCloseable {
    WalletInfo info();

    /** Of the chain; a guard has no connection to contacts. */
    Health health();

    /** The channels that hold money of ours, and those that are over. */
    List<ChannelView> channels() throws WalletException;

    ChannelDetail channel(String key) throws WalletException;

    /** What is guarded since when, and with what. Asks the chain about fees. */
    GuardReport guarded() throws WalletException;

    /** A window waits for the wallet: close this soon, it takes over the watch. */
    boolean isWanted();

    /** @return closes the subscription */
    AutoCloseable subscribe(Consumer<WalletEvent> listener);

    @Override
    void close();
}
