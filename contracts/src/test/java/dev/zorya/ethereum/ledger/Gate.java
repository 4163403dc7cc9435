package dev.zorya.ethereum.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A port in front of a node that can be shut, and that stays the same when the node comes back on another one. */
final class Gate implements AutoCloseable {
    private final ServerSocket server;
    private final Set<Closeable> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile int target;

    private Gate(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    static Gate to(URI node) throws IOException {
        return new Gate(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), node.getPort());
    }

    URI uri(String scheme) {
        return URI.create(scheme + "://127.0.0.1:" + server.getLocalPort());
    }

    /** Connections so far. */
    int accepted() {
        return accepted.get();
    }

    /** Ends all connections and takes no more. */
    void shut() {
        target = 0;
        sockets.forEach(Gate::quietly);
    }

    /** Ends all connections; new ones are welcome. */
    void cut() {
        sockets.forEach(Gate::quietly);
    }

    void open(URI node) {
        target = node.getPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket near = server.accept();
                if (target == 0) {
                    near.close();
                } else {
                    connect(near, target);
                }
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void connect(Socket near, int port) {
        Socket far = new Socket();
        try {
            far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            // shut, or the node is gone
            quietly(near);
            return;
        }
        accepted.incrementAndGet();
        sockets.add(near);
        sockets.add(far);
        Thread.ofVirtual().start(() -> pump(near, far));
        Thread.ofVirtual().start(() -> pump(far, near));
    }

    private void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // cut
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private static void quietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        shut();
    }
}
