package dev.zorya.identity.agent;

import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One websocket of the agent: puts frames together, bounds them, and notices when nothing comes any more. */
final class Heartbeat implements WebSocket.Listener {
    /** The agent pings every few seconds. */
    static final Duration SILENCE = Duration.ofSeconds(20);

    private static final int MAX_FRAME = 4 << 20;

    private final Consumer<String> frames;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final AtomicLong last = new AtomicLong(System.nanoTime());
    private final StringBuilder frame = new StringBuilder();

    Heartbeat(Consumer<String> frames) {
        this.frames = frames;
    }

    /** Completes when the connection is over, in whatever way. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    boolean silent() {
        return System.nanoTime() - last.get() > SILENCE.toNanos();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean whole) {
        last.set(System.nanoTime());
        frame.append(data);
        if (frame.length() > MAX_FRAME) {
            socket.abort();
            ended.complete(null);
            return null;
        }
        if (whole) {
            frames.accept(frame.toString());
            frame.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        ended.complete(null);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        ended.complete(null);
    }
}
