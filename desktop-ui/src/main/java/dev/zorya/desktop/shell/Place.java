package dev.zorya.desktop.shell;

/** Where a person can be in an open wallet. Each place says to which entry of the rail it belongs. */
public sealed interface Place {
    /** The entry of the rail that is marked while the person is here. */
    RailEntry entry();

    record Home() implements Place {
        @Override
        public RailEntry entry() {
            return RailEntry.HOME;
        }
    }

    record Channels() implements Place {
        @Override
        public RailEntry entry() {
            return RailEntry.CHANNELS;
        }
    }

    /** One channel. */
    record Channel(String key) implements Place {
        @Override
        public RailEntry entry() {
            return RailEntry.CHANNELS;
        }
    }

    /** Opens a channel; {@code contactDid} may be empty. */
    record OpenChannel(String contactDid) implements Place {
        @Override
        public RailEntry entry() {
            return RailEntry.CHANNELS;
        }
    }

    /** The contacts, one of them selected; {@code did} may be empty. */
    record Contacts(String did) implements Place {
        @Override
        public RailEntry entry() {
            return RailEntry.CONTACTS;
        }
    }

    /** Adds a contact; {@code text} is what was pasted already, or empty. */
    record AddContact(String text) implements Place {
        @Override
        public RailEntry entry() {
            return RailEntry.CONTACTS;
        }
    }

    /** Pays a contact; both may be empty. {@code requestId} names the request that is being paid. */
    record Pay(String contactDid, String requestId) implements Place {
        @Override
        public RailEntry entry() {
            return RailEntry.HOME;
        }
    }

    /** Asks a contact to pay; {@code contactDid} may be empty. */
    record Request(String contactDid) implements Place {
        @Override
        public RailEntry entry() {
            return RailEntry.HOME;
        }
    }

    record Activity() implements Place {
        @Override
        public RailEntry entry() {
            return RailEntry.ACTIVITY;
        }
    }

    record Settings() implements Place {
        @Override
        public RailEntry entry() {
            return RailEntry.SETTINGS;
        }
    }
}
