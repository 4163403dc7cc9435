package dev.zorya.wallet;

import dev.zorya.channel.value.BackendId;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.identity.Endpoint;
import dev.zorya.net.Fingerprint;
import java.time.Instant;
import java.util.Optional;

/** How this wallet came to know somebody, and what it holds them to from then on (safety rule 6). */
sealed interface Introduction permits ByCard, ByAddress {
    /** The identity of the contact in this wallet. */
    String did();

    /** What the contact calls itself, unverified. */
    String label();

    WireIdentity wire();

    Endpoint endpoint();

    /** The only participant that this contact may be in a channel; nothing until it was one. */
    Optional<Participant> participant();

    /** Its Ethereum address, 20 bytes. */
    default Optional<Bytes> account() {
        return participant().flatMap(participant -> participant.on(BackendId.ETHEREUM));
    }

    /** The only TLS key that the contact may show; nothing until it has shown one. */
    Optional<Fingerprint> tlsKey();

    /** The contact's program understands our own messages. */
    boolean extensions();

    /** When it stops being good for new channels. */
    Optional<Instant> expires();
}
