package dev.zorya.net;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the wallet knows of a contact's transport.
 *
 * @param address null if nobody listens there for us: such a contact can only dial us
 * @param pin the only TLS key that this contact may show; null only as long as nothing could be pinned yet
 * @param zorya whether the contact announced that it is a Zorya: it answers pings and always presents its certificate.
 *     go-perun does neither (OFFCHAIN.md 2.1, 2.6)
 */
public record KnownPeer(
        @Nullable Endpoint address, @Nullable Fingerprint pin, boolean zorya) {
    public Optional<Endpoint> endpoint() {
        return Optional.ofNullable(address);
    }

    public Optional<Fingerprint> pinned() {
        return Optional.ofNullable(pin);
    }
}
