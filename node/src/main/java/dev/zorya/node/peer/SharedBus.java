package dev.zorya.node.peer;

import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.port.Bus;
import dev.zorya.channel.value.WireIdentity;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

/** A transport that outlives the engine on it: other contracts need another engine, and a transport takes one receiver only. */
final class SharedBus implements Bus {
    private final Bus bus;
    private final AtomicReference<Receiver> present = new AtomicReference<>();

    SharedBus(Bus bus) {
        this.bus = bus;
    }

    @Override
    public void subscribe(Receiver receiver) {
        if (present.getAndSet(receiver) == null) {
            bus.subscribe(new Receiver() {
                @Override
                public void received(Envelope envelope) {
                    Optional.ofNullable(present.get()).ifPresent(engine -> engine.received(envelope));
                }

                @Override
                public void connection(WireIdentity peer, boolean up) {
                    Optional.ofNullable(present.get()).ifPresent(engine -> engine.connection(peer, up));
                }
            });
        }
    }

    @Override
    public CompletionStage<Void> connect(WireIdentity peer) {
        return bus.connect(peer);
    }

    @Override
    public CompletionStage<Void> send(WireIdentity recipient, Message message) {
        return bus.send(recipient, message);
    }
}
