package dev.zorya.desktop.feed;

import dev.zorya.wallet.api.Credentials;
import dev.zorya.wallet.api.IdentityDesk;
import dev.zorya.wallet.api.Introductions;
import dev.zorya.wallet.api.Trust;
import dev.zorya.wallet.api.Wallet;
import java.util.Optional;

/** What a wallet can do about people beside paying them. What it cannot do has no place in the window. */
public interface Abilities {
    /** Channels and payments only. */
    Abilities NONE = new Abilities() {};

    static Abilities of(Wallet wallet) {
        return new Abilities() {
            @Override
            public Optional<Introductions> introductions() {
                return Optional.of(wallet.introductions());
            }

            @Override
            public Optional<Credentials> credentials() {
                return Optional.of(wallet.credentials());
            }

            @Override
            public Optional<Trust> trust() {
                return Optional.of(wallet.trust());
            }

            @Override
            public Optional<IdentityDesk> identity() {
                return Optional.of(wallet.identity());
            }
        };
    }

    default Optional<Introductions> introductions() {
        return Optional.empty();
    }

    default Optional<Credentials> credentials() {
        return Optional.empty();
    }

    default Optional<Trust> trust() {
        return Optional.empty();
    }

    default Optional<IdentityDesk> identity() {
        return Optional.empty();
    }
}
