package dev.zorya.wallet.meeting;

import dev.zorya.channel.value.Bytes;
import dev.zorya.identity.CardClaims;
import dev.zorya.identity.InvitationLink;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.WalletException;
import java.time.Instant;
import java.util.Optional;

/** The address book as those need it who are not in it yet. */
public interface People {
    /** Our contact card as a text, good for some days at least. */
    String ownCard() throws WalletException;

    /** Reads a card and makes all its checks (ARIES.md 5). */
    CardClaims check(String card) throws WalletException;

    /** An invitation of this wallet that can be used once with this token. */
    InvitationLink invitation(Bytes token, Instant expires);

    /** Reads an invitation of somebody else. */
    InvitationLink invitation(String text) throws WalletException;

    Optional<ContactView> contact(String did);

    /** Adds the contact, or updates its card if it is known; durable when it returns. An empty name stands for what it calls itself. */
    ContactView keep(String card, String name) throws WalletException;

    /** To compare with the other person. */
    String comparisonCode(String did);
}
