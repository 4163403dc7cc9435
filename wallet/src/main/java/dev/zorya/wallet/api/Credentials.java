package dev.zorya.wallet.api;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Credentials that this wallet holds, has issued or was shown. Stages fail with a {@link WalletException}. */
public interface Credentials {
    /** About this wallet, the newest first. */
    List<CredentialView> held() throws WalletException;

    /** Issued by this wallet, the newest first. */
    List<CredentialView> issued() throws WalletException;

    /** What a contact has shown to this wallet and what held when it was looked at last. */
    List<CredentialView> shownBy(String did) throws WalletException;

    /** Everything that was shown to others, the newest first. */
    List<ShareView> shared() throws WalletException;

    /** Offers a voucher to a contact. Completes when the offer is on its way; issued once the contact accepts. */
    CompletionStage<Void> issue(VoucherOrder order);

    /** Withdraws a credential that this wallet has issued: whoever asks is told, and contacts that saw it learn of it. */
    CompletionStage<Void> revoke(String credentialId);

    /** Asks a contact to show a credential. Completes with it when they have, and it holds. */
    CompletionStage<CredentialView> ask(ProofOrder order);

    /** Forgets a credential that this wallet holds. */
    void remove(String credentialId) throws WalletException;

    /** Offers, questions and introductions from others, the oldest first. */
    List<Waiting> waiting() throws WalletException;

    /** @param credentialId of the one to show where {@link Waiting.ProofRequest#matching} offers a choice; otherwise empty */
    CompletionStage<Void> accept(String waitingId, String credentialId);

    /** Tells the other side that this person does not want to. */
    CompletionStage<Void> decline(String waitingId);
}
