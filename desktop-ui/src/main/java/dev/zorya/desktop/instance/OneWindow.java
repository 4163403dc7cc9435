package dev.zorya.desktop.instance;

import dev.zorya.wallet.link.Link;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A socket in a folder that only this user can enter. Whoever connects writes one text in UTF-8 and ends; one byte comes back when
 * it was taken. Where the system has no such sockets, or the name of the folder is too long for one, each start opens its own window.
 */
public final class OneWindow implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OneWindow.class);

    /** For a window that hangs, and for somebody who connects and says nothing. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** A character of UTF-8 has at most four bytes. One character more than a link may have, so that it is seen to be too long. */
    private static final int MOST_BYTES = 4 * (Link.LONGEST + 1);

    private static final byte TAKEN = 1;

    private final ServerSocketChannel server;
    private final Path socket;
    private final Consumer<String> taker;

    private OneWindow(ServerSocketChannel server, Path socket, Consumer<String> taker) {
        this.server = server;
        this.socket = socket;
        this.taker = taker;
    }

    /**
     * Gives a text to the window that is open already. Blocks for at most some seconds.
     *
     * @param link empty to bring the window to the front and no more
     * @return false if there is no window, or none that answers
     */
    public static boolean give(Path data, String link) {
        Path socket = socket(data);
        if (!Files.exists(socket)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                Selector selector = Selector.open()) {
            ByteBuffer text = ByteBuffer.wrap(bounded(link).getBytes(StandardCharsets.UTF_8));
            channel.configureBlocking(false);
            SelectionKey key = channel.register(selector, SelectionKey.OP_WRITE);
            while (text.hasRemaining() && selector.select(PATIENCE.toMillis()) > 0) {
                selector.selectedKeys().clear();
                channel.write(text);
            }
            channel.shutdownOutput();
            key.interestOps(SelectionKey.OP_READ);
            selector.selectedKeys().clear();
            return !text.hasRemaining()
                    && selector.select(PATIENCE.toMillis()) > 0
                    && channel.read(ByteBuffer.allocate(1)) == 1;
        } catch (IOException | UnsupportedOperationException nobody) {
            LOG.debug("No open window takes it: {}", nobody.toString());
            return false;
        }
    }

    /**
     * Says that a window is open for this folder.
     *
     * @param taker gets each text, on a thread of its own; never longer than a link plus one character
     * @return empty if this system cannot do it
     */
    public static Optional<OneWindow> open(Path data, Consumer<String> taker) {
        Path socket = socket(data);
        try {
            ownFolder(folder(data));
            // nobody answered there a moment ago, so it is what a window left behind that did not end in the usual way
            Files.deleteIfExists(socket);
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                server.bind(UnixDomainSocketAddress.of(socket));
            } catch (IOException | RuntimeException e) {
                server.close();
                throw e;
            }
            OneWindow window = new OneWindow(server, socket, taker);
            Thread.ofVirtual().name("zorya-second-starts").start(window::serve);
            return Optional.of(window);
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            LOG.info("Links open a window of their own: {}", e.toString());
            return Optional.empty();
        }
    }

    private void serve() {
        while (server.isOpen()) {
            try {
                SocketChannel visitor = server.accept();
                Thread.ofVirtual().start(() -> receive(visitor));
            } catch (IOException closed) {
                LOG.debug("No more second starts: {}", closed.toString());
                return;
            }
        }
    }

    private void receive(SocketChannel visitor) {
        Thread impatience = Thread.ofVirtual().start(() -> hangUp(visitor));
        try (visitor) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            ByteBuffer part = ByteBuffer.allocate(8_192);
            while (text.size() <= MOST_BYTES && visitor.read(part) >= 0) {
                text.write(part.array(), 0, part.position());
                part.clear();
            }
            String given = bounded(text.toString(StandardCharsets.UTF_8));
            LOG.info("A second start hands over {} characters.", given.length());
            visitor.write(ByteBuffer.wrap(new byte[] {TAKEN}));
            taker.accept(given);
        } catch (IOException e) {
            LOG.debug("A second start went away: {}", e.toString());
        } finally {
            impatience.interrupt();
        }
    }

    private static void hangUp(SocketChannel visitor) {
        try {
            Thread.sleep(PATIENCE);
            visitor.close();
        } catch (InterruptedException inTime) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.debug("A visitor could not be sent away: {}", e.toString());
        }
    }

    private static String bounded(String text) {
        return text.length() <= Link.LONGEST ? text : text.substring(0, Link.LONGEST + 1);
    }

    private static Path folder(Path data) {
        return data.resolve("window");
    }

    private static Path socket(Path data) {
        return folder(data).resolve("socket");
    }

    private static void ownFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            LOG.debug("The socket of the window stays: {}", e.toString());
        }
    }
}
