package dev.zorya.net;

import io.netty.channel.Channel;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLException;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * TLS of both roles with the wallet's own certificate. Unless the configuration names one, no authority vouches for a certificate: that the other side has
 * its key is proven by TLS, whose key it is follows from the pin, compared right after the TLS handshake and before
 * anything is sent ({@link DialerGreeting}, {@link ListenerGreeting}).
 */
final class TlsContexts {
    /** Netty otherwise fills records from several writes, and cuts a frame where a record is full. */
    private static final int WITHOUT_JOINING = 0;

    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final SslContext server;
    private final SslContext client;
    private final Executor handshakes;
    private final boolean vouched;

    /**
     * Makes them.
     *
     * @param handshakes runs the slow steps of a handshake, so that they do not delay payments on the network thread
     */
    TlsContexts(Security.Tls security, Executor handshakes) {
        TlsKey key = security.key();
        this.vouched = !security.authorities().isEmpty();
        this.handshakes = handshakes;
        try {
            server = SslContextBuilder.forServer(key.key(), key.x509())
                    .sslProvider(SslProvider.JDK)
                    .protocols(PROTOCOLS)
                    .trustManager(new PinnedElsewhere())
                    // go-perun dialers have no certificate (OFFCHAIN.md 2.1), so it is asked for and not demanded.
                    .clientAuth(ClientAuth.OPTIONAL)
                    .build();
            SslContextBuilder dialling = SslContextBuilder.forClient()
                    .sslProvider(SslProvider.JDK)
                    .protocols(PROTOCOLS)
                    .keyManager(key.key(), key.x509());
            client = (vouched
                            ? dialling.trustManager(security.authorities()).endpointIdentificationAlgorithm("HTTPS")
                            : dialling.trustManager(new PinnedElsewhere()).endpointIdentificationAlgorithm(null))
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException("the JDK refuses its own TLS provider or our P-256 key", e);
        }
    }

    /**
     * TLS for one connection.
     *
     * @param dialled where we dialled; null if they dialled us
     * @param oneRecordEach whether what is written at once stays in a TLS record of its own
     */
    SslHandler handler(Channel channel, @Nullable Endpoint dialled, Duration deadline, boolean oneRecordEach) {
        SslHandler handler = handler(channel, dialled);
        handler.setHandshakeTimeoutMillis(deadline.toMillis());
        if (oneRecordEach) {
            handler.setWrapDataSize(WITHOUT_JOINING);
        }
        return handler;
    }

    /** The host is of interest only to an authority. */
    private SslHandler handler(Channel channel, @Nullable Endpoint dialled) {
        if (dialled == null) {
            return server.newHandler(channel.alloc(), handshakes);
        }
        return vouched
                ? client.newHandler(channel.alloc(), dialled.host(), dialled.port(), handshakes)
                : client.newHandler(channel.alloc(), handshakes);
    }

    /** Takes any certificate; see the class comment for who checks whose it is. */
    private static final class PinnedElsewhere implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            requireOne(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            requireOne(chain);
        }

        private static void requireOne(X509Certificate[] chain) throws CertificateException {
            if (chain.length == 0) {
                throw new CertificateException("no certificate");
            }
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
