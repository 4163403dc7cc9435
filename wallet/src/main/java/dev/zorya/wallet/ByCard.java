package dev.zorya.wallet;

import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.identity.CardClaims;
import dev.zorya.identity.Endpoint;
import dev.zorya.net.Fingerprint;
import java.time.Instant;
import java.util.Optional;

/** By a signed contact card, which names and binds all keys. */
record ByCard(CardClaims card) implements Introduction {
    @Override
    public String did() {
        return card.did();
    }

    @Override
    public String label() {
        return card.label();
    }

    @Override
    public WireIdentity wire() {
        return WireIdentity.single(card.wireAddress());
    }

    @Override
    public Endpoint endpoint() {
        return card.endpoint();
    }

    @Override
    public Optional<Participant> participant() {
        return Optional.of(Participant.ethereum(card.perunAddress()));
    }

    @Override
    public Optional<Fingerprint> tlsKey() {
        return Optional.of(new Fingerprint(card.tlsSpkiSha256()));
    }

    @Override
    public boolean extensions() {
        return card.capabilities().contains(CardClaims.EXTENSIONS);
    }

    @Override
    public Optional<Instant> expires() {
        return Optional.of(card.expires());
    }
}
