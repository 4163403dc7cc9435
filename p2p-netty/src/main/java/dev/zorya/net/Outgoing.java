package dev.zorya.net;

import dev.zorya.channel.port.BusException;
import java.util.concurrent.CompletableFuture;

/** One encoded envelope on its way to a connection. Its frame is written once and never changed. */
final class Outgoing {
    private final byte[] frame;
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    Outgoing(byte[] frame) {
        this.frame = frame;
    }

    /** Nothing but the wish for a connection. */
    static Outgoing connection() {
        return new Outgoing(new byte[0]);
    }

    boolean empty() {
        return frame.length == 0;
    }

    byte[] frame() {
        return frame;
    }

    CompletableFuture<Void> done() {
        return done;
    }

    void sent() {
        done.complete(null);
    }

    void failed(BusException why) {
        done.completeExceptionally(why);
    }
}
