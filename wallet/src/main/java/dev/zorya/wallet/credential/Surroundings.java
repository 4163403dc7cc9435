package dev.zorya.wallet.credential;

import dev.zorya.identity.Identity;
import dev.zorya.identity.credential.Credential;
import dev.zorya.storage.Credentials;
import dev.zorya.wallet.api.WalletEvent;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What the parts of this package work with.
 *
 * @param contactName by DID; empty for somebody who is no contact
 * @param now the DID of today of somebody who was known by this one, see {@link #issuer}
 * @param own whether this wallet has or had this DID
 */
public record Surroundings(
        Credentials store,
        Identity identity,
        Function<String, Optional<String>> contactName,
        UnaryOperator<String> now,
        Predicate<String> own,
        CredentialCarrier carrier,
        Consumer<WalletEvent> events,
        InstantSource clock) {
    /** Who answers for what a DID has signed: a contact that moved to another DID goes on answering for it. */
    String issuer(Credential credential) {
        return now.apply(credential.issuer());
    }

    void changed() {
        events.accept(new WalletEvent.CredentialsChanged());
    }

    /** The badge of a contact may be another one now. */
    void changed(String did) {
        changed();
        events.accept(new WalletEvent.ContactChanged(did));
    }
}
