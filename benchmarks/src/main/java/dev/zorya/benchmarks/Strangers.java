package dev.zorya.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/**
 * People whom nobody knows at the other wallet's door (THREATS.md 52): many who connect and say nothing, and one who connects
 * again and again and talks nonsense. All on loopback, at a wallet of our own.
 */
final class Strangers implements AutoCloseable {
    private static final String FROM = "127.0.0.2";
    private static final int NONSENSE = 64 << 10;

    /** Milliseconds between two connections of the noisy one: two hundred in a second. */
    private static final int PAUSE = 5;

    private final InetSocketAddress door;
    private final List<Socket> idle = new CopyOnWriteArrayList<>();
    private final LongAdder floods = new LongAdder();
    private final Thread noisy;
    private volatile boolean over;

    private Strangers(InetSocketAddress door) {
        this.door = door;
        this.noisy = Thread.ofVirtual().name("strangers").unstarted(this::flood);
    }

    static Strangers at(BenchPeer.Card victim, int count) throws IOException {
        Strangers strangers = new Strangers(new InetSocketAddress(victim.host(), victim.port()));
        for (int i = 0; i < count; i++) {
            strangers.idle.add(strangers.connect());
        }
        strangers.noisy.start();
        return strangers;
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getByName(FROM), 0));
        socket.connect(door);
        return socket;
    }

    private void flood() {
        byte[] nonsense = new byte[NONSENSE];
        Arrays.fill(nonsense, (byte) 0xff);
        while (!over) {
            try (Socket socket = connect()) {
                OutputStream out = socket.getOutputStream();
                out.write(nonsense);
            } catch (IOException hungUp) {
                // that is the point of it
            }
            floods.increment();
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Connections of the noisy one so far. */
    long floods() {
        return floods.sum();
    }

    @Override
    public void close() throws IOException {
        over = true;
        noisy.interrupt();
        for (Socket socket : idle) {
            socket.close();
        }
    }
}
