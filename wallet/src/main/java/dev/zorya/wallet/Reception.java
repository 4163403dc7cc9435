package dev.zorya.wallet;

import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.Bytes;
import dev.zorya.identity.CardClaims;
import dev.zorya.identity.ComparisonCode;
import dev.zorya.identity.ContactRefused;
import dev.zorya.identity.Identity;
import dev.zorya.identity.IdentityUnavailable;
import dev.zorya.identity.InvitationLink;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import dev.zorya.wallet.meeting.People;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The own card and the address book, for those who are about to become contacts. */
final class Reception implements People {
    private final OwnCard own;
    private final AddressBook book;
    private final Identity identity;
    private final long chainId;
    private final InstantSource clock;

    Reception(OwnCard own, AddressBook book, Identity identity, long chainId, InstantSource clock) {
        this.own = own;
        this.book = book;
        this.identity = identity;
        this.chainId = chainId;
        this.clock = clock;
    }

    @Override
    public String ownCard() throws WalletException {
        try {
            return own.text();
        } catch (StoreException e) {
            throw Causes.of(e);
        } catch (IdentityUnavailable e) {
            throw Causes.of(e);
        }
    }

    @Override
    public CardClaims check(String card) throws WalletException {
        return book.card(card);
    }

    @Override
    public InvitationLink invitation(Bytes token, Instant expires) {
        return own.invitation(token, expires);
    }

    @Override
    public InvitationLink invitation(String text) throws WalletException {
        try {
            return InvitationLink.read(text, identity.did(), chainId, clock.instant());
        } catch (ContactRefused e) {
            throw e.reason() == ContactRefused.Reason.EXPIRED
                    ? Problems.failure(Code.INVITATION_GONE, e)
                    : Causes.of(e);
        }
    }

    @Override
    public Optional<ContactView> contact(String did) {
        return book.find(did);
    }

    /** A name that this person gave before stays, unless there is a new one. */
    @Override
    public ContactView keep(String card, String name) throws WalletException {
        String known = book.find(book.card(card).did()).map(ContactView::name).orElse("");
        return book.add(card, name.isBlank() ? known : name);
    }

    @Override
    public String comparisonCode(String did) {
        return ComparisonCode.of(identity.did(), did);
    }
}
