package dev.zorya.wallet.mail;

import dev.zorya.channel.message.Extension;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.identity.Claims;
import dev.zorya.identity.ContactRefused;
import dev.zorya.identity.letter.Letter;
import dev.zorya.identity.letter.LetterRefused;
import dev.zorya.storage.Letters;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks what arrives and hands it on, each letter on a virtual thread. The letters of one sender one after the other; acknowledgements
 * pass, so that a part that is slow with a letter does not hold up our own.
 */
final class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final String TAKEN = "letter/taken";
    private static final Duration ACKNOWLEDGEMENT_LIFE = Duration.ofHours(1);

    /** Ids of one sender that are remembered; who writes more within {@link Letter#LIFETIME} has to wait (THREATS.md 52). */
    private static final int MOST_REMEMBERED = 5000;

    private final Letters store;
    private final Correspondents people;
    private final Predicate<String> own;
    private final Outbox outbox;
    private final Pen pen;
    private final Intake intake = new Intake();
    private final Map<String, Mail.Handler> handlers = new ConcurrentSkipListMap<>(Comparator.reverseOrder());
    private final Map<String, ReentrantLock> turns = new ConcurrentHashMap<>();
    private volatile @Nullable Doorway doorway;

    private record Doorway(String kindPrefix, Door door) {}

    Inbox(Letters store, Correspondents people, Predicate<String> own, Outbox outbox, Pen pen) {
        this.store = store;
        this.people = people;
        this.own = own;
        this.outbox = outbox;
        this.pen = pen;
    }

    void on(String kindPrefix, Mail.Handler handler) {
        if (handlers.putIfAbsent(kindPrefix, handler) != null) {
            throw new IllegalStateException("there is a handler for " + kindPrefix + " already");
        }
    }

    void atTheDoor(String kindPrefix, Door door) {
        doorway = new Doorway(kindPrefix, door);
    }

    void connection(WireIdentity peer, boolean up) {
        Doorway at = doorway;
        if (at != null) {
            at.door().connection(peer, up);
        }
    }

    /** On the network thread. */
    void arrived(WireIdentity sender, Extension.Letter message) {
        boolean stranger = people.did(sender).isEmpty();
        int bytes = message.content().size();
        if (!intake.admit(sender, bytes, stranger)) {
            LOG.debug("a letter is dropped because too many of its sender are in work");
            return;
        }
        Thread.ofVirtual().name("letter-in").start(() -> {
            try {
                take(sender, new String(message.content().toArray(), StandardCharsets.US_ASCII));
            } finally {
                intake.done(sender, bytes, stranger);
            }
        });
    }

    private void take(WireIdentity sender, String text) {
        try {
            Letter letter = Letter.read(text, own, pen.now());
            Doorway at = doorway;
            if (at != null && letter.kind().startsWith(at.kindPrefix())) {
                at.door().came(sender, letter);
                return;
            }
            Optional<String> contact = people.did(sender);
            if (contact.isEmpty() || !(letter.from().equals(contact.get()) || mayBeNew(letter))) {
                LOG.info("a letter of kind {} is not by the contact whose connection it came on", letter.kind());
            } else if (letter.kind().equals(TAKEN)) {
                outbox.acknowledged(
                        contact.get(), Claims.read(utf8(letter.body())).text("id"));
            } else {
                inTurn(sender, contact.get(), letter);
            }
        } catch (LetterRefused | ContactRefused e) {
            LOG.info("a letter is refused: {}", e.getMessage());
        } catch (StoreException e) {
            LOG.warn("a letter has to come again: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("a letter was not taken as it should", e);
        }
    }

    /** The handler of these looks at the signature of the old DID in the card. */
    private static boolean mayBeNew(Letter letter) {
        return letter.kind().equals(PostOffice.CARD);
    }

    private void inTurn(WireIdentity sender, String did, Letter letter) throws StoreException {
        ReentrantLock turn = turns.computeIfAbsent(did, who -> new ReentrantLock(true));
        turn.lock();
        try {
            if (!store.taken(did, letter.id())) {
                if (store.remembered(did) >= MOST_REMEMBERED) {
                    LOG.warn("{} sends more letters than anybody needs; the rest waits", did);
                    return;
                }
                handle(did, letter);
                // a card may have given the contact another DID by now
                store.take(people.did(sender).orElse(did), letter.id(), letter.expires(), pen.now());
            }
        } finally {
            turn.unlock();
        }
        acknowledge(sender, letter);
    }

    /** A letter that no part knows, or that a part stumbles over, must not stand in the way of those behind it. */
    private void handle(String did, Letter letter) throws StoreException {
        Optional<Mail.Handler> handler = handlers.entrySet().stream()
                .filter(entry -> letter.kind().startsWith(entry.getKey()))
                .findFirst()
                .map(Map.Entry::getValue);
        if (handler.isEmpty()) {
            LOG.info("a letter of the unknown kind {} is ignored", letter.kind());
            return;
        }
        try {
            handler.get().received(did, letter.kind(), letter.body());
        } catch (RuntimeException e) {
            LOG.error("a letter of kind {} could not be dealt with and is ignored", letter.kind(), e);
        }
    }

    private void acknowledge(WireIdentity sender, Letter letter) {
        String body = Claims.write(json -> json.writeStringProperty("id", letter.id()));
        pen.write(sender, letter.from(), TAKEN, body, ACKNOWLEDGEMENT_LIFE).exceptionally(failure -> {
            LOG.debug("an acknowledgement did not leave; the letter will come again: {}", failure.getMessage());
            return null;
        });
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
