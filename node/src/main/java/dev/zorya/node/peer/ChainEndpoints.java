package dev.zorya.node.peer;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the chain is.
 *
 * @param webSocket null where only HTTP was given; then the chain is polled
 */
record ChainEndpoints(URI http, @Nullable URI webSocket) {
    /** Nodes answer both protocols at one port. */
    static ChainEndpoints of(URI given) throws UsageException {
        String text = given.toString();
        return switch (String.valueOf(given.getScheme())) {
            case "ws", "wss" -> new ChainEndpoints(URI.create("http" + text.substring("ws".length())), given);
            case "http", "https" -> new ChainEndpoints(given, null);
            default -> throw new UsageException("The flag -rpc is an address such as ws://127.0.0.1:8545.");
        };
    }
}
