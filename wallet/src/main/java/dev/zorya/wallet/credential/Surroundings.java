package dev.zorya.wallet.credential;

import dev.zorya.identity.Identity;
import dev.zorya.storage.Credentials;
import dev.zorya.wallet.api.WalletEvent;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What the parts of this package work with.
 *
 * @param contactName by DID; empty for somebody who is no contact
 */
public record Surroundings(
        Credentials store,
        Identity identity,
        Function<String, Optional<String>> contactName,
        CredentialCarrier carrier,
        Consumer<WalletEvent> events,
        InstantSource clock) {
    void changed() {
        events.accept(new WalletEvent.CredentialsChanged());
    }

    /** The badge of a contact may be another one now. */
    void changed(String did) {
        changed();
        events.accept(new WalletEvent.ContactChanged(did));
    }
}
