package dev.zorya.desktop.shell;

import dev.zorya.wallet.link.PaymentLink;
import java.util.Optional;

/** Where a person can be in an open wallet. Each place says to which entry of the rail it belongs. */
public sealed interface Place {
    /** The entry of the rail that is marked while the person is here; Pay and Request belong to none. */
    Optional<RailEntry> entry();

    record Home() implements Place {
        @Override
        public Optional<RailEntry> entry() {
            return Optional.of(RailEntry.HOME);
        }
    }

    record Channels() implements Place {
        @Override
        public Optional<RailEntry> entry() {
            return Optional.of(RailEntry.CHANNELS);
        }
    }

    /** One channel. */
    record Channel(String key) implements Place {
        @Override
        public Optional<RailEntry> entry() {
            return Optional.of(RailEntry.CHANNELS);
        }
    }

    /** Opens a channel; {@code contactDid} may be empty. */
    record OpenChannel(String contactDid) implements Place {
        @Override
        public Optional<RailEntry> entry() {
            return Optional.of(RailEntry.CHANNELS);
        }
    }

    /** The contacts, one of them selected; {@code did} may be empty. */
    record Contacts(String did) implements Place {
        @Override
        public Optional<RailEntry> entry() {
            return Optional.of(RailEntry.CONTACTS);
        }
    }

    /** Adds a contact; {@code text} is what was pasted already, or empty. */
    record AddContact(String text) implements Place {
        @Override
        public Optional<RailEntry> entry() {
            return Optional.of(RailEntry.CONTACTS);
        }
    }

    /** Pays a contact; both may be empty. {@code requestId} names the request that is being paid. */
    record Pay(String contactDid, String requestId) implements Place {
        @Override
        public Optional<RailEntry> entry() {
            return Optional.empty();
        }
    }

    /** Pays as a link asks: the form is filled in, and nothing is sent before the person says so. */
    record PayLink(PaymentLink link) implements Place {
        @Override
        public Optional<RailEntry> entry() {
            return Optional.empty();
        }
    }

    /** Asks a contact to pay; {@code contactDid} may be empty. */
    record Request(String contactDid) implements Place {
        @Override
        public Optional<RailEntry> entry() {
            return Optional.empty();
        }
    }

    record Credentials() implements Place {
        @Override
        public Optional<RailEntry> entry() {
            return Optional.of(RailEntry.CREDENTIALS);
        }
    }

    /** The rules about who may open channels, and what they have decided. */
    record TrustRules() implements Place {
        @Override
        public Optional<RailEntry> entry() {
            return Optional.of(RailEntry.SETTINGS);
        }
    }

    record Activity() implements Place {
        @Override
        public Optional<RailEntry> entry() {
            return Optional.of(RailEntry.ACTIVITY);
        }
    }

    /** What the watcher does, and the wallet's own transactions. */
    record Guard() implements Place {
        @Override
        public Optional<RailEntry> entry() {
            return Optional.of(RailEntry.GUARD);
        }
    }

    record Settings() implements Place {
        @Override
        public Optional<RailEntry> entry() {
            return Optional.of(RailEntry.SETTINGS);
        }
    }
}
