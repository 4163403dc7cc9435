package dev.zorya.ethereum.rpc;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of new blocks over a WebSocket of its own: on the socket that carries subscriptions, requests would wait 40 ms each
 * (STACK.md 4.7). It only wakes up whoever reads the chain, so a lost message costs time and never a fact. Connects again by
 * itself, with growing pauses; a silent peer counts as gone.
 */
public final class HeadSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HeadSocket.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LIFE_SIGN = Duration.ofSeconds(15);

    private final URI uri;
    private final Runnable wake;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Thread supervisor;
    private volatile boolean connected;
    private volatile boolean closed;

    private HeadSocket(URI uri, Runnable wake) {
        this.uri = uri;
        this.wake = wake;
        this.supervisor = Thread.ofVirtual().name("heads-" + uri.getAuthority()).unstarted(this::supervise);
    }

    /**
     * Starts to connect; returns at once.
     *
     * @param wake called on each new block and on each change of {@link #connected}; must not block
     */
    public static HeadSocket open(URI webSocket, Runnable wake) {
        HeadSocket socket = new HeadSocket(webSocket, wake);
        socket.supervisor.start();
        return socket;
    }

    /** New blocks are announced. While this is false, they must be asked for. */
    public boolean connected() {
        return connected;
    }

    private void supervise() {
        Backoff backoff = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(30));
        try {
            while (!closed) {
                if (listen()) {
                    backoff.reset();
                }
                setConnected(false);
                Thread.sleep(backoff.next());
            }
        } catch (InterruptedException e) {
            // closed
        } finally {
            setConnected(false);
        }
    }

    /** Stays until the connection is gone; false if there never was one. */
    private boolean listen() throws InterruptedException {
        HeadListener listener = new HeadListener(wake);
        try {
            var socket = client.newWebSocketBuilder()
                    .connectTimeout(PATIENCE)
                    .buildAsync(uri, listener)
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            try {
                socket.sendText(HeadListener.SUBSCRIBE, true).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                listener.awaitSubscription(PATIENCE);
                setConnected(true);
                while (!listener.awaitEnd(LIFE_SIGN)) {
                    listener.ping(socket);
                }
                LOG.info("Subscription at {} ended: {}", uri.getAuthority(), listener.end());
                return true;
            } finally {
                socket.abort();
            }
        } catch (ExecutionException | TimeoutException | IOException e) {
            LOG.debug("No subscription at {}", uri.getAuthority(), e);
            return false;
        }
    }

    private void setConnected(boolean now) {
        if (connected != now) {
            connected = now;
            wake.run();
        }
    }

    @Override
    public void close() {
        closed = true;
        supervisor.interrupt();
        client.shutdownNow();
    }
}
