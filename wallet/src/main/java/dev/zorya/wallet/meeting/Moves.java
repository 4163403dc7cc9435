package dev.zorya.wallet.meeting;

import dev.zorya.identity.Identity;
import dev.zorya.wallet.api.WalletException;

/** Told when this wallet goes on under another DID, so that its contacts can follow (ARIES.md 7). */
public interface Moves {
    /**
     * Before the change, while the old identity can still sign; durable when it returns. If the change does not come about, nothing is lost.
     *
     * @throws WalletException the old identity cannot sign: contacts will need a new invitation
     */
    void moving(Identity old, String newDid) throws WalletException;

    /** After it. Returns at once; the new card goes to all contacts, now or when the identity can sign it. */
    void moved();
}
