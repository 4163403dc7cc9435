package dev.zorya.wallet.credential;

import java.time.Instant;

/** What two wallets tell each other about credentials. Thread: chosen by whoever begins, the same until the exchange is over. */
public sealed interface Note {
    /**
     * The sender would issue this about the recipient.
     *
     * @param expires of the credential
     */
    record Offer(String thread, String type, String statement, Instant expires) implements Note {}

    /** Of an offer. May come again; the answer is then the same credential. */
    record Accept(String thread) implements Note {}

    /**
     * What was offered and accepted.
     *
     * @param credential as it was signed
     */
    record Issued(String thread, String credential) implements Note {}

    /**
     * Asks the recipient to show a credential.
     *
     * @param issuer by whom it has to be, or empty
     * @param expires nobody waits for an answer then
     */
    record Ask(String thread, String type, String issuer, String reason, String challenge, Instant expires)
            implements Note {}

    record Shown(String thread, String presentation) implements Note {}

    /** No to an offer or a question; or the offer that was accepted is gone. */
    record Declined(String thread) implements Note {}

    /**
     * Asks the issuer whether a credential still holds.
     *
     * @param credential its id with the issuer
     */
    record Query(String credential) implements Note {}

    /** The issuer says how it stands; unasked when it withdraws one. */
    record Standing(String credential, boolean revoked) implements Note {}
}
