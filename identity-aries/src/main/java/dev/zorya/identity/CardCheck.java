package dev.zorya.identity;

import dev.zorya.channel.port.StateScheme;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Participant;
import dev.zorya.identity.ContactRefused.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * What this wallet knows when it meets a card: the checks of ARIES.md 5 that nobody else makes.
 *
 * @param ownDid cards of it are refused as contacts
 * @param ownAddress likewise
 * @param chainId the network of this wallet
 * @param scheme verifies the binding exactly as the ledger verifies states (safety rule 4)
 * @param now to judge the dates by
 * @param pinned the newest card of a contact that is already known, by its DID
 */
public record CardCheck(
        String ownDid,
        Bytes ownAddress,
        long chainId,
        StateScheme scheme,
        Instant now,
        Function<String, Optional<CardClaims>> pinned) {
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

    void require(ContactCard card) throws ContactRefused {
        CardClaims claims = card.claims();
        requireDates(claims);
        if (claims.did().equals(ownDid) || claims.perunAddress().equals(ownAddress)) {
            throw new ContactRefused(Reason.OWN_CARD, claims.did());
        }
        if (claims.chainId() != chainId) {
            throw new ContactRefused(Reason.OTHER_NETWORK, "chain " + claims.chainId() + ", ours is " + chainId);
        }
        if (!scheme.verify(EthBinding.digest(claims), card.ethBinding(), Participant.ethereum(claims.perunAddress()))) {
            throw new ContactRefused(Reason.WRONG_BINDING, "ethBinding is not by 0x" + claims.perunAddress());
        }
        Optional<CardClaims> known = pinned.apply(claims.did());
        if (known.isPresent()) {
            requireSuccessor(claims, known.get());
        }
    }

    private void requireDates(CardClaims claims) throws ContactRefused {
        if (claims.issued().isAfter(now.plus(CLOCK_SKEW))) {
            throw new ContactRefused(Reason.NOT_YET_VALID, "issued " + claims.issued());
        }
        if (!claims.expires().isAfter(now)) {
            throw new ContactRefused(Reason.EXPIRED, "expired " + claims.expires());
        }
        if (claims.expires().isAfter(claims.issued().plus(CardClaims.LIFETIME))) {
            throw CompactJws.damaged("a card lives 30 days at most");
        }
    }

    /** Endpoint and TLS key may change with a newer card; what channels hang on may not (safety rule 6). */
    private static void requireSuccessor(CardClaims claims, CardClaims known) throws ContactRefused {
        if (!claims.perunAddress().equals(known.perunAddress())
                || !claims.wireAddress().equals(known.wireAddress())) {
            throw new ContactRefused(Reason.OTHER_KEYS, "pinned 0x" + known.perunAddress());
        }
        if (claims.seq() < known.seq() || (claims.seq() == known.seq() && !claims.equals(known))) {
            throw new ContactRefused(Reason.OLDER, "card " + claims.seq() + ", known is " + known.seq());
        }
    }
}
