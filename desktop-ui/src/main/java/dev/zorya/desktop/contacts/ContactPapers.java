package dev.zorya.desktop.contacts;

import dev.zorya.wallet.api.CredentialView;
import dev.zorya.wallet.api.Credentials;
import dev.zorya.wallet.api.ShareView;
import dev.zorya.wallet.api.WalletException;
import java.util.List;

/**
 * What two people have shown each other.
 *
 * @param did of the contact
 * @param shown by them to us
 * @param shared by us with them, the newest first
 */
record ContactPapers(String did, List<CredentialView> shown, List<ShareView> shared) {
    static final ContactPapers NONE = new ContactPapers("", List.of(), List.of());

    static ContactPapers read(Credentials credentials, String did) throws WalletException {
        return new ContactPapers(
                did,
                credentials.shownBy(did),
                credentials.shared().stream()
                        .filter(share -> share.did().equals(did))
                        .toList());
    }
}
