package dev.zorya.desktop.credentials;

import dev.zorya.wallet.api.CredentialView;
import dev.zorya.wallet.api.Credentials;
import dev.zorya.wallet.api.ShareView;
import dev.zorya.wallet.api.WalletException;
import java.util.List;

/** All credentials at one moment. */
record Held(List<CredentialView> held, List<CredentialView> issued, List<ShareView> shared) {
    static Held read(Credentials credentials) throws WalletException {
        return new Held(credentials.held(), credentials.issued(), credentials.shared());
    }
}
