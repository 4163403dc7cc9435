package dev.zorya.wallet.mail;

import dev.zorya.channel.message.Extension;
import dev.zorya.channel.port.Bus;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.identity.Identity;
import dev.zorya.identity.letter.Letter;
import dev.zorya.storage.Letters;
import dev.zorya.wallet.Causes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The post of one wallet. Its own bus is {@link #bus()}; {@link #start} after everybody has said what to take. */
public final class PostOffice implements Mail, AutoCloseable {
    /** The kind that may come from a DID that is new: a contact that moved says so with it. It goes before all others. */
    public static final String CARD = "card";

    private static final Logger LOG = LoggerFactory.getLogger(PostOffice.class);
    private static final int MOST_WAITING = 200;
    private static final long MOST_WAITING_BYTES = 4L << 20;

    private final PostBus bus;
    private final Letters store;
    private final Correspondents people;
    private final Pen pen;
    private final Outbox outbox;
    private final Inbox inbox;

    /**
     * Makes the post of a wallet.
     *
     * @param own whether a DID is one of this wallet's
     */
    public PostOffice(
            Bus transport,
            Letters store,
            Correspondents people,
            Identity identity,
            Predicate<String> own,
            InstantSource clock) {
        this.store = store;
        this.people = people;
        this.pen = new Pen(identity, transport, clock);
        this.outbox = new Outbox(store, people, pen);
        this.inbox = new Inbox(store, people, own, outbox, pen);
        this.bus = new PostBus(transport, new PostBus.Post() {
            @Override
            public void arrived(WireIdentity sender, Extension.Letter letter) {
                inbox.arrived(sender, letter);
            }

            @Override
            public void connection(WireIdentity peer, boolean up) {
                if (up) {
                    people.did(peer).ifPresent(did -> outbox.wake(did, true));
                }
                inbox.connection(peer, up);
            }
        });
    }

    /** The transport as everybody else has to use it. */
    public Bus bus() {
        return bus;
    }

    /** Sends what was left when the program ended. The bus has its receiver by now. */
    public void start() throws StoreException {
        outbox.start();
    }

    @Override
    public CompletionStage<Void> send(String did, String kind, String body) {
        if (people.wire(did).isEmpty()) {
            return CompletableFuture.failedFuture(Undelivered.takesNone(people.name(did)));
        }
        Letter.requireFits(kind, body);
        try {
            Instant now = pen.now();
            Letters.Waiting waiting = store.waiting(did);
            if (waiting.letters() >= MOST_WAITING || waiting.bytes() + body.length() > MOST_WAITING_BYTES) {
                return CompletableFuture.failedFuture(Undelivered.tooMany(people.name(did)));
            }
            return outbox.add(
                    new dev.zorya.storage.Letter(did, pen.newId(), kind, body, now, now.plus(Letter.LIFETIME)));
        } catch (StoreException e) {
            return CompletableFuture.failedFuture(Causes.of(e));
        }
    }

    @Override
    public void on(String kindPrefix, Handler handler) {
        inbox.on(kindPrefix, handler);
    }

    /** Takes the letters of those who want to become contacts, and hears of all connections. */
    public void atTheDoor(String kindPrefix, Door door) {
        inbox.atTheDoor(kindPrefix, door);
    }

    /** A letter that nobody keeps or acknowledges, to anybody who is connected or can be dialled. */
    public CompletionStage<Void> hand(WireIdentity to, String did, String kind, String body, Duration life) {
        return pen.write(to, did, kind, body, life);
    }

    /** The contact is removed: nothing goes there any more. */
    public void forget(String did) {
        try {
            outbox.forget(did);
        } catch (StoreException e) {
            LOG.warn("letters to somebody who is no contact any more stay until they expire: {}", e.getMessage());
        }
    }

    /** Something about the contact changed that may let its letters go. */
    public void wake(String did) {
        outbox.wake(did, true);
    }

    @Override
    public void close() {
        outbox.close();
    }
}
