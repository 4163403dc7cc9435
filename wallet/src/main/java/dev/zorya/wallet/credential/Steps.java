package dev.zorya.wallet.credential;

import dev.zorya.channel.port.StoreException;
import dev.zorya.storage.Credentials;
import dev.zorya.storage.Exchange;
import dev.zorya.storage.Exchange.Step;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The steps of exchanges that are under way, by what they wait for. */
final class Steps {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID = 16;

    private final Credentials store;

    Steps(Credentials store) {
        this.store = store;
    }

    /** 128 random bits: names of exchanges and of credentials, and challenges. */
    static String random() {
        byte[] id = new byte[ID];
        RANDOM.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    Optional<Exchange> find(Step step, String other, String thread, Instant now) throws StoreException {
        return all(step, now).stream()
                .filter(each -> each.other().equals(other) && each.thread().equals(thread))
                .findFirst();
    }

    /** Oldest first. */
    List<Exchange> all(Step step, Instant now) throws StoreException {
        return store.exchanges().stream()
                .filter(each -> each.step() == step && each.expires().isAfter(now))
                .toList();
    }

    long of(Step step, String other, Instant now) throws StoreException {
        return all(step, now).stream()
                .filter(each -> each.other().equals(other))
                .count();
    }

    /** Names a step that waits for the person. */
    static String waitingId(Exchange step) {
        return step.step().name() + "." + step.thread() + "." + step.other();
    }

    /** Oldest first. */
    List<Exchange> forThePerson(Instant now) throws StoreException {
        return store.exchanges().stream()
                .filter(each -> each.step() == Step.OFFER || each.step() == Step.QUESTION)
                .filter(each -> each.expires().isAfter(now))
                .toList();
    }
}
