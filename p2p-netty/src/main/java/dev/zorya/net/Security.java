package dev.zorya.net;

import java.security.cert.X509Certificate;
import java.util.List;

/** How connections are protected. */
public sealed interface Security {
    /**
     * TLS 1.2 or 1.3.
     *
     * @param key shown to dialers and, by Zoryas, to whom they dial
     * @param authorities whoever is dialled must have a certificate by one of these for the host that was dialled, as an operator of
     *     go-perun may want it (OFFCHAIN.md 2.1); empty where no authority vouches for anybody, and pins decide alone
     */
    record Tls(TlsKey key, List<X509Certificate> authorities) implements Security {
        public Tls {
            authorities = List.copyOf(authorities);
        }

        /** Pins decide alone. */
        public Tls(TlsKey key) {
            this(key, List.of());
        }
    }

    /**
     * No protection. For tests and measuring rigs; refuses every address that is not loopback, and every contact that
     * has a pinned TLS key, because nothing could be checked.
     */
    record PlainLoopback() implements Security {}
}
