package dev.zorya.wallet;

import dev.zorya.channel.port.StoreException;
import dev.zorya.identity.Claims;
import dev.zorya.identity.ContactRefused;
import dev.zorya.identity.Identity;
import dev.zorya.identity.IdentityUnavailable;
import dev.zorya.storage.Settings;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.mail.Mail;
import dev.zorya.wallet.mail.PostOffice;
import dev.zorya.wallet.meeting.Moves;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings our card to all contacts whenever it is a new one (another endpoint, TLS key or DID, or half its time over), and takes theirs
 * (ARIES.md 4, 5).
 */
final class CardRound implements Mail.Handler, Moves {
    private static final Logger LOG = LoggerFactory.getLogger(CardRound.class);
    private static final String TOLD = "card.told";
    private static final Duration USUAL = Duration.ofHours(1);
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

    private final OwnCard own;
    private final Successions successions;
    private final AddressBook book;
    private final Settings settings;
    private final Mail mail;
    private final InstantSource clock;
    private volatile Instant next = Instant.MIN;

    CardRound(OwnCard own, AddressBook book, Settings settings, Mail mail, InstantSource clock) {
        this.own = own;
        this.successions = new Successions(settings);
        this.book = book;
        this.settings = settings;
        this.mail = mail;
        this.clock = clock;
        mail.on(PostOffice.CARD, this);
    }

    /** To be called often; looks at the card when it is time to, on a thread that may wait for an agent to sign. */
    void tick() {
        Instant now = clock.instant();
        if (!now.isBefore(next)) {
            next = now.plus(AFTER_A_FAILURE);
            Thread.ofVirtual().name("card-round").start(this::round);
        }
    }

    void round() {
        try {
            tell();
            next = clock.instant().plus(USUAL);
        } catch (StoreException | IdentityUnavailable e) {
            LOG.warn("contacts are not told our new card yet: {}", e.getMessage());
        }
    }

    /** A round that is cut off begins anew: the same card twice does no harm. */
    private synchronized void tell() throws StoreException, IdentityUnavailable {
        String card = own.text();
        String number = settings.get(OwnCard.SEQUENCE).orElse("");
        if (settings.get(TOLD).filter(number::equals).isPresent()) {
            return;
        }
        String moved = successions.all();
        String body = Claims.write(json -> {
            json.writeStringProperty("card", card);
            json.writeStringProperty("moved", moved);
        });
        book.whoTakesLetters()
                .forEach(did -> mail.send(did, PostOffice.CARD, body).whenComplete((done, failure) -> {
                    if (failure != null) {
                        LOG.info("{} has not taken our new card: {}", did, failure.getMessage());
                    }
                }));
        settings.put(TOLD, number);
    }

    @Override
    public void moving(Identity old, String newDid) throws WalletException {
        try {
            successions.add(old, newDid);
        } catch (StoreException e) {
            throw Causes.of(e);
        } catch (IdentityUnavailable e) {
            throw Causes.of(e);
        }
    }

    @Override
    public void moved() {
        next = Instant.MIN;
    }

    @Override
    public void received(String did, String kind, String body) throws StoreException {
        try {
            Claims says = Claims.read(body.getBytes(StandardCharsets.UTF_8));
            book.renew(did, says.text("card"), Successions.read(says.optional("moved")));
        } catch (ContactRefused e) {
            LOG.warn("a card of {} is refused: {}", did, e.details());
        } catch (WalletException e) {
            if (e.getCause() instanceof StoreException again) {
                throw again;
            }
            LOG.warn("a card of {} is refused: {}", did, e.getMessage());
        }
    }
}
