package dev.zorya.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Relays connections to a wallet. Cut, it keeps them open and drops what is sent: what a dead network looks like. */
final class Cable implements AutoCloseable {
    private final ServerSocket server;
    private final Endpoint to;
    private final List<Strand> strands = new CopyOnWriteArrayList<>();

    private static final class Strand {
        private final Socket near;
        private final Socket far;
        private volatile boolean cut;

        Strand(Socket near, Socket far) {
            this.near = near;
            this.far = far;
        }

        void start() {
            Thread.ofVirtual().start(() -> copy(near, far));
            Thread.ofVirtual().start(() -> copy(far, near));
        }

        private void copy(Socket from, Socket to) {
            byte[] chunk = new byte[1 << 16];
            try (InputStream in = from.getInputStream()) {
                OutputStream out = to.getOutputStream();
                for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                    if (!cut) {
                        out.write(chunk, 0, count);
                    }
                }
                if (!cut) {
                    to.close();
                }
            } catch (IOException closed) {
                close();
            }
        }

        void close() {
            try {
                near.close();
                far.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    Cable(Endpoint to) throws IOException {
        this.to = to;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                Strand strand = new Strand(server.accept(), new Socket(to.host(), to.port()));
                strands.add(strand);
                strand.start();
            }
        } catch (IOException closed) {
            strands.forEach(Strand::close);
        }
    }

    Endpoint endpoint() {
        return new Endpoint(Wallet.HOST, server.getLocalPort());
    }

    /** Cuts all connections of now; later ones work. */
    void cut() {
        strands.forEach(strand -> strand.cut = true);
    }

    @Override
    public void close() throws IOException {
        server.close();
        strands.forEach(Strand::close);
    }
}
