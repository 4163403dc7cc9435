package dev.zorya.wallet.mail;

import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.message.Extension;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.port.Bus;
import dev.zorya.channel.value.WireIdentity;
import java.util.concurrent.CompletionStage;

/** The bus with the letters taken off it: the engine gets everything else, and never waits for a letter. */
public final class PostBus implements Bus {
    private final Bus inner;
    private final Post post;

    /** What takes the letters. Called on the network thread, so it must not block. */
    public interface Post {
        /** A letter came in on a connection whose other end has proven that it is this identity. */
        void arrived(WireIdentity sender, Extension.Letter letter);

        void connection(WireIdentity peer, boolean up);
    }

    public PostBus(Bus inner, Post post) {
        this.inner = inner;
        this.post = post;
    }

    @Override
    public void subscribe(Receiver receiver) {
        inner.subscribe(new Receiver() {
            @Override
            public void received(Envelope envelope) {
                if (envelope.message() instanceof Extension.Letter letter) {
                    post.arrived(envelope.sender(), letter);
                } else {
                    receiver.received(envelope);
                }
            }

            @Override
            public void connection(WireIdentity peer, boolean up) {
                receiver.connection(peer, up);
                post.connection(peer, up);
            }
        });
    }

    @Override
    public CompletionStage<Void> connect(WireIdentity peer) {
        return inner.connect(peer);
    }

    @Override
    public CompletionStage<Void> send(WireIdentity recipient, Message message) {
        return inner.send(recipient, message);
    }
}
