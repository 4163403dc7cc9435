package dev.zorya.wallet.mail;

import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.WireIdentity;
import dev.zorya.storage.Letter;
import dev.zorya.storage.Letters;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings letters to their recipients: to each one after the other, the next when the one before is acknowledged. That alone keeps them in
 * order. One virtual thread for each recipient for whom something waits.
 */
final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final int MOST_DOUBLINGS = 7;

    private final Letters store;
    private final Correspondents people;
    private final Pen pen;
    private final Map<String, Round> rounds = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Void>> promises = new ConcurrentHashMap<>();
    private volatile boolean closed;

    Outbox(Letters store, Correspondents people, Pen pen) {
        this.store = store;
        this.people = people;
        this.pen = pen;
    }

    /** What was left when the program ended. */
    void start() throws StoreException {
        store.recipients().forEach(did -> wake(did, true));
    }

    /** Keeps the letter, then sends it. @return completes when it has arrived */
    CompletableFuture<Void> add(Letter letter) throws StoreException {
        CompletableFuture<Void> promise = new CompletableFuture<>();
        promises.put(letter.id(), promise);
        try {
            store.add(letter);
        } catch (StoreException e) {
            promises.remove(letter.id());
            throw e;
        }
        wake(letter.recipient(), false);
        return promise;
    }

    /**
     * Something is new for this recipient.
     *
     * @param resend a letter that is on its way may be lost, for example with its connection
     */
    void wake(String did, boolean resend) {
        if (!closed) {
            rounds.computeIfAbsent(did, Round::new).ring(resend);
        }
    }

    void acknowledged(String did, String id) throws StoreException {
        if (store.remove(did, id)) {
            Optional.ofNullable(promises.remove(id)).ifPresent(promise -> promise.complete(null));
        }
        wake(did, false);
    }

    /** Whoever it was is no contact any more. */
    void forget(String did) throws StoreException {
        for (Optional<Letter> next = store.next(did); next.isPresent(); next = store.next(did)) {
            lost(next.get(), Undelivered.unknown());
        }
    }

    void close() {
        closed = true;
        rounds.values().forEach(round -> round.ring(false));
    }

    private void lost(Letter letter, Exception why) throws StoreException {
        store.remove(letter.recipient(), letter.id());
        Optional.ofNullable(promises.remove(letter.id())).ifPresent(promise -> promise.completeExceptionally(why));
    }

    /** The way to one recipient. */
    private final class Round {
        private final String did;
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition rung = lock.newCondition();
        private boolean running;
        private boolean news;
        /** The last letter that was sent has to be sent again even if it is still the next one. */
        private boolean again;

        Round(String did) {
            this.did = did;
        }

        void ring(boolean resend) {
            lock.lock();
            try {
                news = true;
                again |= resend;
                rung.signalAll();
                if (!running && !closed) {
                    running = true;
                    Thread.ofVirtual().name("letters-out").start(this::run);
                }
            } finally {
                lock.unlock();
            }
        }

        private void run() {
            try {
                String sent = "";
                int tries = 0;
                while (!closed) {
                    Optional<Letter> next = heard() ? upNext(sent) : upNext("");
                    if (next.isEmpty() && ends()) {
                        return;
                    }
                    sent = next.map(Letter::id).orElse("");
                    tries = waited(FIRST_WAIT.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS))) ? 0 : tries + 1;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (StoreException e) {
                LOG.warn("letters to {} wait until something new happens: {}", did, e.getMessage());
                stopped();
            }
        }

        /**
         * Sends the next letter.
         *
         * @param sent id of a letter that is on its way
         * @return the letter, or nothing if none waits or nobody is there to get it
         */
        private Optional<Letter> upNext(String sent) throws StoreException {
            for (Optional<Letter> next = store.next(did); next.isPresent(); next = store.next(did)) {
                Letter letter = next.get();
                if (letter.expires().isAfter(pen.now())) {
                    Optional<WireIdentity> wire = people.wire(did);
                    wire.filter(there -> !letter.id().equals(sent)).ifPresent(there -> send(there, letter));
                    return wire.map(there -> letter);
                }
                LOG.info("a letter of kind {} to {} was not taken in time", letter.kind(), did);
                lost(letter, Undelivered.expired(people.name(did)));
            }
            return Optional.empty();
        }

        private void send(WireIdentity wire, Letter letter) {
            pen.send(wire, letter).exceptionally(failure -> {
                LOG.debug("a letter to {} did not leave: {}", did, failure.getMessage());
                return null;
            });
        }

        /** @return false if what is on its way has to be sent again */
        private boolean heard() {
            lock.lock();
            try {
                boolean patient = !again;
                news = false;
                again = false;
                return patient;
            } finally {
                lock.unlock();
            }
        }

        /** @return whether something happened before the time was over */
        private boolean waited(Duration time) throws InterruptedException {
            lock.lock();
            try {
                long left = time.toNanos();
                while (!news && left > 0) {
                    left = rung.awaitNanos(left);
                }
                again |= !news;
                return news;
            } finally {
                lock.unlock();
            }
        }

        /** Ends if nothing came in meanwhile. */
        private boolean ends() {
            lock.lock();
            try {
                running = news;
                return !running;
            } finally {
                lock.unlock();
            }
        }

        private void stopped() {
            lock.lock();
            try {
                running = false;
            } finally {
                lock.unlock();
            }
        }
    }
}
