package dev.zorya.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.port.Bus;
import dev.zorya.channel.value.WireIdentity;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what a bus delivers until the test asks for it. */
final class Inbox implements Bus.Receiver {
    private static final long PATIENCE_SECONDS = 10;

    private final BlockingQueue<Envelope> envelopes = new LinkedBlockingQueue<>();
    private final BlockingQueue<Change> changes = new LinkedBlockingQueue<>();

    record Change(WireIdentity peer, boolean up) {}

    @Override
    public void received(Envelope envelope) {
        envelopes.add(envelope);
    }

    @Override
    public void connection(WireIdentity peer, boolean up) {
        changes.add(new Change(peer, up));
    }

    Envelope next() throws InterruptedException {
        Envelope envelope = envelopes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertNotNull(envelope, "no message came");
        return envelope;
    }

    int waiting() {
        return envelopes.size();
    }

    void expectNothing(long millis) throws InterruptedException {
        assertNull(envelopes.poll(millis, TimeUnit.MILLISECONDS), "a message came");
    }

    void expectUp(WireIdentity peer) throws InterruptedException {
        assertEquals(new Change(peer, true), changes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    void expectDown(WireIdentity peer) throws InterruptedException {
        assertEquals(new Change(peer, false), changes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    void expectNoChange(long millis) throws InterruptedException {
        assertNull(changes.poll(millis, TimeUnit.MILLISECONDS), "the connection changed");
    }
}
