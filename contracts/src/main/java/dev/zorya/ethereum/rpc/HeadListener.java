package dev.zorya.ethereum.rpc;

import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One connection of a {@link HeadSocket}. */
final class HeadListener implements WebSocket.Listener {
    static final String SUBSCRIBE =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_subscribe\",\"params\":[\"newHeads\"]}";
    /** A head is about 1 KiB; whoever sends much more is not a node. */
    private static final int LONGEST = 64 * 1024;

    private final Runnable wake;
    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<Boolean> subscription = new CompletableFuture<>();
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private volatile boolean heard = true;

    HeadListener(Runnable wake) {
        this.wake = wake;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        heard = true;
        if (text.length() + part.length() > LONGEST) {
            finish("message too long");
            socket.abort();
            return null;
        }
        text.append(part);
        if (last) {
            received(text.toString());
            text.setLength(0);
        }
        socket.request(1);
        return null;
    }

    /** The content does not matter: the chain is read over HTTP anyway, where block and facts come from one source. */
    private void received(String message) {
        if (message.contains("\"eth_subscription\"")) {
            wake.run();
        } else {
            subscription.complete(message.contains("\"result\""));
        }
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket socket, ByteBuffer message) {
        heard = true;
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        finish("closed with " + status);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        finish(error.toString());
    }

    private void finish(String how) {
        end.complete(how);
        subscription.complete(false);
    }

    /** @throws IOException if the node does not offer subscriptions, or the connection ended */
    void awaitSubscription(Duration patience)
            throws InterruptedException, ExecutionException, TimeoutException, IOException {
        if (!subscription.get(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException("not subscribed: " + end.getNow("refused"));
        }
    }

    /** True if the connection ended meanwhile. */
    boolean awaitEnd(Duration patience) throws InterruptedException, ExecutionException {
        try {
            end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    /** Asks for a sign of life; ends the connection if the last one brought none. */
    void ping(WebSocket socket) {
        if (!heard) {
            finish("silent");
            return;
        }
        heard = false;
        var unused = socket.sendPing(ByteBuffer.allocate(0));
    }

    String end() {
        return end.getNow("");
    }
}
