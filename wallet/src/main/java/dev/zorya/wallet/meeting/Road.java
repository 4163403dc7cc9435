package dev.zorya.wallet.meeting;

import dev.zorya.wallet.api.ConnectionView;
import dev.zorya.wallet.api.ContactPreview;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.Invitation;
import dev.zorya.wallet.api.WalletException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** One way on which two people become contacts, as {@link dev.zorya.wallet.api.Introductions} has it; {@link Crossroads} joins them. */
public interface Road {
    /** Whether invitations of this wallet are made for this road now. */
    boolean invites();

    CompletionStage<Invitation> invite();

    /** What {@link #read} can answer with, and {@link #accept} takes. */
    Set<ContactPreview.Kind> kinds();

    /**
     * Reads what a person pasted.
     *
     * @return nothing if the text is meant for another road
     * @throws WalletException if it is meant for this one, and not good
     */
    Optional<ContactPreview> read(String text) throws WalletException;

    CompletionStage<ContactView> accept(ContactPreview preview, String name);

    /** Whether this invitation or exchange is on this road. */
    boolean has(String id);

    void withdraw(String id) throws WalletException;

    CompletionStage<ContactView> retry(String id);

    void giveUp(String id) throws WalletException;

    List<ConnectionView> connections() throws WalletException;
}
