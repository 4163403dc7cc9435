package dev.zorya.wallet.mail;

import dev.zorya.channel.port.StoreException;
import java.util.concurrent.CompletionStage;

/** Letters to and from contacts. */
public interface Mail {
    /**
     * Sends a letter: signed, addressed and numbered; kept and sent again until the other wallet has it for good or it expires (14 days).
     *
     * @param did of a contact
     * @param kind like {@code credential/offer}
     * @param body a JSON object of at most 48 KiB
     * @return completes when the other side has acknowledged it; fails with a {@link dev.zorya.wallet.api.WalletException}. The letter goes
     *     on after a restart of the wallet, although nobody is told any more.
     */
    CompletionStage<Void> send(String did, String kind, String body);

    /**
     * Takes letters. One handler for all kinds that begin with the prefix. Letters of one sender come in order and each is handed over once,
     * except that the last one comes again if the program dies, or the handler fails, before the letter counts as delivered.
     */
    void on(String kindPrefix, Handler handler);

    interface Handler {
        /**
         * A letter of a contact. May block; the letter counts as delivered once it returns. A letter that cannot be understood is no failure.
         *
         * @throws StoreException the letter will come again
         */
        void received(String did, String kind, String body) throws StoreException;
    }
}
