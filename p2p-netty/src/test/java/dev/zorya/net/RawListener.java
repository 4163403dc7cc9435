package dev.zorya.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port without our transport code behind it. */
final class RawListener implements AutoCloseable {
    private final ServerSocket server;

    RawListener() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setSoTimeout(10_000);
    }

    Endpoint endpoint() {
        return new Endpoint(Wallet.HOST, server.getLocalPort());
    }

    RawPeer accept() throws IOException {
        return new RawPeer(server.accept());
    }

    /** Also ends a waiting {@link #accept()}. */
    void stop() throws IOException {
        server.close();
    }

    @Override
    public void close() throws IOException {
        stop();
    }
}
