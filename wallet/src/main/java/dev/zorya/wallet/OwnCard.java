package dev.zorya.wallet;

import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.Bytes;
import dev.zorya.identity.CardClaims;
import dev.zorya.identity.ContactRefused;
import dev.zorya.identity.ContactText;
import dev.zorya.identity.Endpoint;
import dev.zorya.identity.Identity;
import dev.zorya.identity.IdentityUnavailable;
import dev.zorya.identity.InvitationLink;
import dev.zorya.storage.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/** The card that this wallet gives out. Made anew, with a higher number, when something in it has changed or half its time is over. */
final class OwnCard {
    private static final String TEXT = "card.text";
    /** Setting with the number of the newest card. */
    static final String SEQUENCE = "card.sequence";

    private static final Duration RENEW_BEFORE = CardClaims.LIFETIME.dividedBy(2);

    private final Settings settings;
    private final KeyRing keys;
    private final Identity identity;
    private final long chainId;
    private final Endpoint endpoint;
    private final String label;
    private final InstantSource clock;

    OwnCard(
            Settings settings,
            KeyRing keys,
            Identity identity,
            long chainId,
            Endpoint endpoint,
            String label,
            InstantSource clock) {
        this.settings = settings;
        this.keys = keys;
        this.identity = identity;
        this.chainId = chainId;
        this.endpoint = endpoint;
        this.label = label;
        this.clock = clock;
    }

    synchronized String text() throws StoreException, IdentityUnavailable {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<String> kept = settings.get(TEXT);
        if (kept.isPresent() && stillTrue(kept.get(), now)) {
            return kept.get();
        }
        long last = settings.get(SEQUENCE).map(Long::parseLong).orElse(0L);
        // above every number that this wallet gave out, also when its store is an old copy or was made from the words
        // alone
        long seq = Math.max(last + 1, now.getEpochSecond());
        String text = ContactText.write(claims(seq, now), keys.perun(), identity);
        // the number first: a card that was shown must never share it with another
        settings.put(SEQUENCE, Long.toString(seq));
        settings.put(TEXT, text);
        return text;
    }

    /** For people whose programs read no cards: our bare wire address. */
    String plain() {
        return ByAddress.write(keys.wireAddress(), endpoint);
    }

    /** What the card says, without a signature, for one person who will ask for the card. */
    InvitationLink invitation(Bytes token, Instant expires) {
        CardClaims claims = claims(1, expires);
        return new InvitationLink(
                claims.did(),
                claims.endpoint(),
                claims.tlsSpkiSha256(),
                claims.wireAddress(),
                claims.chainId(),
                token,
                expires,
                claims.label());
    }

    private boolean stillTrue(String text, Instant now) {
        try {
            CardClaims kept = ContactText.reread(text).claims();
            return kept.equals(claims(kept.seq(), kept.issued()))
                    && kept.expires().isAfter(now.plus(RENEW_BEFORE));
        } catch (ContactRefused e) {
            return false;
        }
    }

    private CardClaims claims(long seq, Instant issued) {
        Bytes wireAddress = keys.wireAddress().binary();
        return new CardClaims(
                identity.did(),
                keys.perun().address(),
                chainId,
                endpoint,
                keys.tls().fingerprint().sha256(),
                wireAddress,
                seq,
                issued,
                issued.plus(CardClaims.LIFETIME),
                label,
                Set.of(CardClaims.EXTENSIONS));
    }
}
