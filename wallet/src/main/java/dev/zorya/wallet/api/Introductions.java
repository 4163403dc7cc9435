package dev.zorya.wallet.api;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** How two people become contacts: an invitation, a handshake, a proof on each side (ARIES.md 4, 7). */
public interface Introductions {
    /** Makes an invitation for one person; it waits as a {@link ConnectionView} until it is used. */
    CompletionStage<Invitation> invite();

    /** Nobody can use the invitation any more. */
    void withdraw(String invitationId) throws WalletException;

    /** Invitations that wait, exchanges under way and those that need the person; the newest first. */
    List<ConnectionView> connections() throws WalletException;

    /**
     * Accepts what {@link Wallet#readContact} has read. Progress is told by {@link WalletEvent.ConnectionChanged}.
     *
     * @param name how this person calls the contact
     * @return completes when both sides are verified; fails with a {@link WalletException}, and nothing is kept as a contact then
     */
    CompletionStage<ContactView> accept(ContactPreview preview, String name);

    /** Goes on with an exchange that has a problem or takes long. */
    CompletionStage<ContactView> retry(String connectionId);

    /** Forgets an exchange that is not complete. */
    void giveUp(String connectionId) throws WalletException;
}
