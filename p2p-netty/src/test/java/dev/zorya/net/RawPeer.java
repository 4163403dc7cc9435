package dev.zorya.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.codec.Codec;
import dev.zorya.channel.codec.Decoding;
import dev.zorya.channel.message.Control.AuthResponse;
import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.channel.vectors.Parties.Party;
import dev.zorya.channel.wire.SimpleAddress;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The other end of a connection, byte by byte and without any of our transport code: what a stranger can do. */
final class RawPeer implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int LIMIT = 1 << 20;

    private final Socket socket;
    private Codec codec = Wallet.CODEC;
    private byte[] unread = {};

    RawPeer(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
    }

    static RawPeer plain(Endpoint at) throws IOException {
        return from("127.0.0.1", at);
    }

    /** Dials from another loopback address, which is another source to the listener. */
    static RawPeer from(String local, Endpoint at) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(local, 0));
        socket.connect(new InetSocketAddress(at.host(), at.port()));
        return new RawPeer(socket);
    }

    /** Dials with TLS, showing {@code key} if there is one. */
    static RawPeer tls(Endpoint at, @Nullable TlsKey key) throws IOException {
        return tls(at, key, "TLSv1.3");
    }

    static RawPeer tls(Endpoint at, @Nullable TlsKey key, String version) throws IOException {
        SSLSocket socket = (SSLSocket) context(key).getSocketFactory().createSocket(at.host(), at.port());
        socket.setEnabledProtocols(new String[] {version});
        socket.startHandshake();
        return new RawPeer(socket);
    }

    static SSLContext context(@Nullable TlsKey key) {
        try {
            KeyManager[] own = {};
            if (key != null) {
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(null, null);
                store.setKeyEntry("own", key.key(), new char[0], new Certificate[] {key.x509()});
                KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
                factory.init(store, new char[0]);
                own = factory.getKeyManagers();
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own, new TrustManager[] {new TrustsAll()}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class TrustsAll implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    RawPeer speaking(Codec other) {
        codec = other;
        return this;
    }

    static AuthResponse proof(Party party) {
        return party.wireKey().prove(SimpleAddress.in(party.identity()).orElseThrow());
    }

    /** Shows the proof of {@code party} and takes the listener's. */
    RawPeer greet(Party party, WireIdentity listener) throws IOException {
        write(new Envelope(party.identity(), listener, proof(party)));
        Envelope answer = read();
        assertEquals(listener, answer.sender());
        assertEquals(party.identity(), answer.recipient());
        return this;
    }

    void write(WireIdentity from, WireIdentity to, Message message) throws IOException {
        write(new Envelope(from, to, message));
    }

    void write(Envelope envelope) throws IOException {
        write(codec.encode(envelope));
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    Envelope read() throws IOException {
        return codec.decode(ByteBuffer.wrap(readFrame()), LIMIT) instanceof Decoding.Complete complete
                ? complete.envelope()
                : failTruncated();
    }

    private static Envelope failTruncated() {
        throw new AssertionError("a frame that is no envelope");
    }

    /** What a single read brings: over TLS at most one record. */
    byte[] readOnce() throws IOException {
        byte[] chunk = new byte[LIMIT];
        int count = socket.getInputStream().read(chunk);
        if (count < 0) {
            throw new EOFException("the other side hung up");
        }
        return Arrays.copyOf(chunk, count);
    }

    /** The bytes of the next envelope, exactly as they came. */
    byte[] readFrame() throws IOException {
        while (true) {
            if (unread.length > 0
                    && codec.decode(ByteBuffer.wrap(unread), LIMIT) instanceof Decoding.Complete complete) {
                byte[] frame = Arrays.copyOf(unread, complete.consumed());
                unread = Arrays.copyOfRange(unread, complete.consumed(), unread.length);
                return frame;
            }
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            joined.write(unread);
            joined.write(readOnce());
            unread = joined.toByteArray();
        }
    }

    /** The other side hangs up, without another envelope. */
    void expectHangUp() throws IOException {
        try {
            Envelope came = read();
            throw new AssertionError("instead of hanging up it sent " + came);
        } catch (EOFException | SocketException | SSLException hungUp) {
            assertEquals(0, unread.length);
        }
    }

    /** The connection is open and silent for so long. */
    void expectSilence(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            assertTrue(socket.getInputStream().read() >= 0, "hung up");
            throw new AssertionError("it sent something");
        } catch (SocketTimeoutException silent) {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    Socket socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
