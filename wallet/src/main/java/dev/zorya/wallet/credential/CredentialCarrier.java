package dev.zorya.wallet.credential;

import dev.zorya.channel.port.StoreException;
import java.util.concurrent.CompletionStage;

/** Takes notes to contacts and brings theirs. The sender of a note is proven by it. */
public interface CredentialCarrier {
    /**
     * Durable when it returns: the note arrives even if the wallet is closed meanwhile.
     *
     * @return completes when the other wallet has it; fails with a {@link dev.zorya.wallet.api.WalletException}
     */
    CompletionStage<Void> send(String did, Note note);

    /** Notes of one sender come in order, on threads that may block. */
    void deliverTo(Receiver receiver);

    interface Receiver {
        /**
         * Takes a note.
         *
         * @throws StoreException the note comes again
         */
        void received(String did, Note note) throws StoreException;
    }
}
