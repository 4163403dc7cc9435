package dev.zorya.channel.port;

import dev.zorya.channel.message.Envelope;
import dev.zorya.channel.message.Message;
import dev.zorya.channel.value.WireIdentity;
import java.util.concurrent.CompletionStage;

/**
 * Carries messages between wire identities. Delivers at most once and in order on one connection; a message that is lost
 * with its connection stays lost, the protocols above recover (OFFCHAIN.md 2.4).
 */
public interface Bus {
    /** Sets the one receiver. Called before the first message can arrive; its methods must not block. */
    void subscribe(Receiver receiver);

    /**
     * Makes sure that there is a connection with a known peer, dialling it if there is none.
     *
     * @return completes when the peer has proven who it is; fails with a {@link BusException} otherwise
     */
    CompletionStage<Void> connect(WireIdentity peer);

    /**
     * Sends to a known peer, dialling it if there is no connection.
     *
     * @return completes when the bytes are handed to the connection; fails with a {@link BusException} otherwise. That
     *     the peer got the message is never known.
     */
    CompletionStage<Void> send(WireIdentity recipient, Message message);

    /** Takes what arrives. */
    interface Receiver {
        /** An envelope whose sender the connection has proven and whose recipient is this wallet (safety rule 6). */
        void received(Envelope envelope);

        /** A connection with the peer came up (true) or the last one ended (false). */
        void connection(WireIdentity peer, boolean up);
    }
}
