package dev.zorya.wallet.meeting;

import dev.zorya.channel.value.WireIdentity;
import dev.zorya.identity.CardClaims;
import dev.zorya.identity.letter.Letter;
import dev.zorya.net.Fingerprint;
import dev.zorya.storage.Meeting;
import dev.zorya.wallet.Problems;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;

/** That the card, the letter and the connection belong to one and the same wallet (ARIES.md 5; THREATS.md 49, 53, 54). */
final class Proofs {
    private final People people;
    private final Line line;

    Proofs(People people, Line line) {
        this.people = people;
        this.line = line;
    }

    /**
     * Makes all checks but the one of the nonce.
     *
     * @param sender what the connection proved
     * @throws WalletException the first that does not hold, as a sentence
     */
    CardClaims require(WireIdentity sender, Letter letter, String cardText) throws WalletException {
        CardClaims card = people.check(cardText);
        require(card.did().equals(letter.from()), "The card belongs to another DID.");
        require(WireIdentity.single(card.wireAddress()).equals(sender), "The connection belongs to another wire key.");
        require(
                line.shows(sender, new Fingerprint(card.tlsSpkiSha256())),
                "The connection shows another TLS key than the card.");
        require(
                card.capabilities().contains(CardClaims.EXTENSIONS),
                "The card does not say that its wallet takes letters.");
        return card;
    }

    /** An invitation names one wallet in one place, and no other is meant. */
    void requireFit(CardClaims card, Meeting invitation) throws WalletException {
        boolean fits = card.did().equals(invitation.did())
                && card.wireAddress().equals(invitation.wire())
                && card.endpoint().toString().equals(invitation.endpoint())
                && card.tlsSpkiSha256().equals(invitation.tls());
        require(fits, "The card does not fit the invitation.");
    }

    private static void require(boolean holds, String otherwise) throws WalletException {
        if (!holds) {
            throw new WalletException(Problems.of(Code.CONTACT_PROOF_REFUSED, otherwise, otherwise));
        }
    }
}
