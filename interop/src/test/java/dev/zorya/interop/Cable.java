package dev.zorya.interop;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to the chain that can break: bytes go through as they are, or not at all. */
final class Cable implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Cable.class);

    private final URI chain;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean whole = true;

    /** @param rpc where the chain is */
    Cable(String rpc) throws IOException {
        this.chain = URI.create(rpc);
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("cable").start(this::accept);
    }

    /** For a peer's flag {@code -rpc}. */
    String rpc() {
        return chain.getScheme() + "://127.0.0.1:" + door.getLocalPort();
    }

    /** All connections end, and new ones end at once. */
    void cut() {
        whole = false;
        open.forEach(Cable::end);
    }

    void mend() {
        whole = true;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                if (whole) {
                    connect(near);
                } else {
                    end(near);
                }
            } catch (IOException e) {
                LOG.debug("no connection: {}", e.getMessage());
            }
        }
    }

    private void connect(Socket near) throws IOException {
        Socket far = new Socket(chain.getHost(), chain.getPort());
        open.add(near);
        open.add(far);
        pass(near, far);
        pass(far, near);
    }

    private void pass(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                in.transferTo(out);
            } catch (IOException e) {
                LOG.debug("a connection ended: {}", e.getMessage());
            } finally {
                open.remove(from);
                end(from);
                end(to);
            }
        });
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("closing failed: {}", e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        cut();
        door.close();
    }
}
