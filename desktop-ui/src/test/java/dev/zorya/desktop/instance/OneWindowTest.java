package dev.zorya.desktop.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.link.Link;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("threat-61")
class OneWindowTest {
    private static final int PATIENCE_SECONDS = 30;

    @TempDir
    Path data;

    private final BlockingQueue<String> taken = new LinkedBlockingQueue<>();
    private Optional<OneWindow> window = Optional.empty();

    private void opens() {
        window = OneWindow.open(data, taken::add);
        assertTrue(window.isPresent(), "this system has such sockets");
    }

    @AfterEach
    void closes() {
        window.ifPresent(OneWindow::close);
    }

    private String next() throws InterruptedException {
        return Optional.ofNullable(taken.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .orElseThrow();
    }

    private Path socket() {
        return data.resolve("window").resolve("socket");
    }

    private SocketChannel stranger() throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(socket()));
    }

    @Test
    void withoutAWindowNobodyTakesIt() {
        assertFalse(OneWindow.give(data, "zorya:pay?to=a"));
        assertFalse(OneWindow.give(data.resolve("not").resolve("there"), ""));
        assertFalse(Files.exists(socket().getParent()), "asking makes nothing");
    }

    @Test
    void whatIsGivenArrivesAsItWas() throws InterruptedException {
        opens();
        assertTrue(OneWindow.give(data, "zorya:pay?to=a&memo=Кофе"));
        assertEquals("zorya:pay?to=a&memo=Кофе", next());
        assertTrue(OneWindow.give(data, ""), "without a link the window still comes to the front");
        assertEquals("", next());
    }

    @Test
    void onlyThisUserCanEnterTheFolderOfTheSocket() throws IOException {
        opens();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(socket().getParent())));
    }

    @Test
    void tooLongIsCutWhereItIsSeenToBeTooLong() throws InterruptedException {
        opens();
        assertTrue(OneWindow.give(data, "zorya:" + "x".repeat(1 << 20)));
        assertEquals(Link.LONGEST + 1, next().length());
    }

    @Test
    void oneMegabyteFromAStrangerIsNotKeptAndTheNextIsTaken() throws IOException, InterruptedException {
        opens();
        ByteBuffer megabyte = ByteBuffer.wrap("ы".repeat(1 << 19).getBytes(StandardCharsets.UTF_8));
        try (SocketChannel stranger = stranger()) {
            while (megabyte.hasRemaining()) {
                stranger.write(megabyte);
            }
        } catch (IOException hungUp) {
            assertTrue(megabyte.position() < megabyte.limit(), "hung up before the end");
        }
        assertEquals(Link.LONGEST + 1, next().length());
        assertTrue(OneWindow.give(data, "zorya:invite?a"));
        assertEquals("zorya:invite?a", next());
    }

    @Test
    void brokenTextIsTextAllTheSame() throws IOException, InterruptedException {
        opens();
        try (SocketChannel stranger = stranger()) {
            stranger.write(ByteBuffer.wrap(new byte[] {(byte) 0xff, 0, (byte) 0xc3}));
            stranger.shutdownOutput();
            assertEquals("\uFFFD\0\uFFFD", next());
        }
    }

    @Test
    void whoSaysNothingHoldsNobodyUpAndIsSentAway() throws IOException, InterruptedException {
        opens();
        try (SocketChannel silent = stranger()) {
            assertTrue(OneWindow.give(data, "zorya:invite?b"));
            assertEquals("zorya:invite?b", next());
            assertEquals(-1, silent.read(ByteBuffer.allocate(1)), "sent away after some seconds");
        }
        assertEquals(0, taken.size(), "and nothing was taken from it");
    }

    @Test
    void aWindowThatDiedLeavesASocketThatIsInNobodysWay() throws IOException, InterruptedException {
        Files.createDirectories(socket().getParent());
        try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(socket()));
        }
        assertTrue(Files.exists(socket()));
        assertFalse(OneWindow.give(data, "zorya:invite?c"));
        opens();
        assertTrue(OneWindow.give(data, "zorya:invite?c"));
        assertEquals("zorya:invite?c", next());
    }

    @Test
    void aWindowThatHangsIsNotWaitedForForever() throws IOException {
        Files.createDirectories(socket().getParent());
        try (ServerSocketChannel hanging = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            hanging.bind(UnixDomainSocketAddress.of(socket()));
            assertFalse(OneWindow.give(data, "zorya:invite?d"));
        }
    }

    @Test
    void closedIsGone() {
        opens();
        window.orElseThrow().close();
        assertFalse(Files.exists(socket()));
        assertFalse(OneWindow.give(data, ""));
    }

    @Test
    void aFolderWithANameTooLongForASocketStillHasItsWindow() {
        Path deep = data.resolve("d".repeat(120));
        assertEquals(Optional.empty(), OneWindow.open(deep, taken::add));
        assertFalse(OneWindow.give(deep, ""));
    }
}
