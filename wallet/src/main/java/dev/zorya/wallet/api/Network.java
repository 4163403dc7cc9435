package dev.zorya.wallet.api;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where a wallet's money lives. */
public sealed interface Network {
    /** The chain that the program itself runs on this computer; play money. */
    record Practice() implements Network {}

    /**
     * A chain reached over JSON-RPC.
     *
     * @param websocket for notifications; without one the chain is polled
     * @param adjudicator 20 bytes in hexadecimal
     * @param etherHolder 20 bytes in hexadecimal
     */
    record Ethereum(
            String name, URI http, @Nullable URI websocket, long chainId, String adjudicator, String etherHolder)
            implements Network {}
}
