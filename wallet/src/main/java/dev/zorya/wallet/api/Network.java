package dev.zorya.wallet.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a wallet's money lives. */
public sealed interface Network {
    /** The chain that the program itself runs on this computer; play money. */
    record Practice() implements Network {}

    /**
     * A chain reached over JSON-RPC.
     *
     * @param further other nodes of the same chain, should the first one be away, lag or lie
     * @param websocket for notifications; without one the chain is polled
     * @param adjudicator 20 bytes in hexadecimal
     * @param etherHolder 20 bytes in hexadecimal
     */
    record Ethereum(
            String name,
            URI http,
            List<URI> further,
            @Nullable URI websocket,
            long chainId,
            String adjudicator,
            String etherHolder)
            implements Network {
        public Ethereum {
            further = List.copyOf(further);
        }

        /** With one node. */
        public Ethereum(
                String name, URI http, @Nullable URI websocket, long chainId, String adjudicator, String etherHolder) {
            this(name, http, List.of(), websocket, chainId, adjudicator, etherHolder);
        }

        /** The same network through another node first and these besides. */
        public Ethereum through(URI first, List<URI> others) {
            return new Ethereum(name, first, others, websocket, chainId, adjudicator, etherHolder);
        }
    }

    /** The address of a node as a person types it: http or https, with a host. Empty if it is none. */
    static Optional<URI> node(String typed) {
        try {
            URI uri = new URI(typed.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean http = scheme.equals("http") || scheme.equals("https");
            return http && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
