package dev.zorya.wallet;

import dev.zorya.channel.port.StoreException;
import dev.zorya.identity.ContactRefused;
import dev.zorya.identity.Identity;
import dev.zorya.identity.IdentityUnavailable;
import dev.zorya.identity.Succession;
import dev.zorya.storage.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which DIDs this wallet has had, each signed for its successor, so that a contact who missed some of the changes can follow all. */
final class Successions {
    private static final Logger LOG = LoggerFactory.getLogger(Successions.class);
    private static final String KEY = "card.successions";

    /** Each has about 400 characters; who changes more often than this has to invite again those who were away. */
    private static final int MOST = 16;

    private final Settings settings;

    Successions(Settings settings) {
        this.settings = settings;
    }

    /** The last word of a DID on its successor is the one that counts. */
    synchronized void add(Identity old, String newDid) throws StoreException, IdentityUnavailable {
        String signed = Succession.write(old, newDid);
        List<String> kept = new ArrayList<>(split(all()));
        kept.removeIf(text -> from(text).equals(Optional.of(old.did())));
        kept.add(signed);
        settings.put(KEY, kept.stream().skip(Math.max(0, kept.size() - MOST)).collect(Collectors.joining(" ")));
    }

    String all() throws StoreException {
        return settings.get(KEY).orElse("");
    }

    /**
     * Verifies each.
     *
     * @throws ContactRefused if one is no good
     */
    static List<Succession> read(String texts) throws ContactRefused {
        List<Succession> all = new ArrayList<>();
        for (String text : split(texts).stream().limit(MOST).toList()) {
            all.add(Succession.read(text));
        }
        return all;
    }

    /** Where a DID leads to. */
    static String follow(String did, String to, List<Succession> steps) {
        String now = did;
        for (int i = 0; i < steps.size() && !now.equals(to); i++) {
            String from = now;
            now = steps.stream()
                    .filter(step -> step.previousDid().equals(from))
                    .map(Succession::did)
                    .findFirst()
                    .orElse(from);
        }
        return now;
    }

    private static Optional<String> from(String text) {
        try {
            return Optional.of(Succession.read(text).previousDid());
        } catch (ContactRefused e) {
            LOG.warn("a kept succession cannot be read: {}", e.details());
            return Optional.empty();
        }
    }

    private static List<String> split(String texts) {
        return Stream.of(texts.split(" ")).filter(text -> !text.isEmpty()).toList();
    }
}
