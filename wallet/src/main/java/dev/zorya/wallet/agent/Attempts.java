package dev.zorya.wallet.agent;

import dev.zorya.channel.port.StoreException;
import dev.zorya.storage.Settings;
import dev.zorya.wallet.Causes;
import dev.zorya.wallet.api.ConnectionView;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All attempts, in memory as in the settings: a change is durable before it counts. And who waits for one to end. */
final class Attempts {
    private static final String PREFIX = "agent.meeting.";

    private final Settings settings;
    private final Consumer<WalletEvent> events;
    private final Map<String, Attempt> all = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<ContactView>> promises = new ConcurrentHashMap<>();

    Attempts(Settings settings, Consumer<WalletEvent> events) throws StoreException {
        this.settings = settings;
        this.events = events;
        settings.all().forEach((key, value) -> {
            if (key.startsWith(PREFIX)) {
                AttemptJson.read(value).ifPresent(attempt -> all.put(attempt.id(), attempt));
            }
        });
    }

    Stream<Attempt> stream() {
        return all.values().stream();
    }

    Optional<Attempt> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /** By the agent's id of a connection that we have taken for this attempt. */
    Optional<Attempt> on(String connectionId) {
        return stream()
                .filter(attempt -> attempt.connection().equals(connectionId))
                .findFirst();
    }

    synchronized Attempt save(Attempt attempt) throws WalletException {
        @Nullable Attempt before = all.get(attempt.id());
        try {
            settings.put(PREFIX + attempt.id(), AttemptJson.write(attempt));
        } catch (StoreException e) {
            throw Causes.of(e);
        }
        all.put(attempt.id(), attempt);
        ConnectionView view = attempt.view();
        if (before == null || !before.view().equals(view)) {
            events.accept(new WalletEvent.ConnectionChanged(view));
        }
        return attempt;
    }

    /** Nothing if it was given up meanwhile. */
    synchronized Optional<Attempt> change(String id, UnaryOperator<Attempt> change) throws WalletException {
        Optional<Attempt> known = find(id);
        return known.isEmpty() ? known : Optional.of(save(change.apply(known.get())));
    }

    synchronized void remove(Attempt attempt) throws WalletException {
        try {
            settings.remove(PREFIX + attempt.id());
        } catch (StoreException e) {
            throw Causes.of(e);
        }
        all.remove(attempt.id());
    }

    /** The end of the attempt, for all that wait. */
    CompletableFuture<ContactView> promise(String id) {
        return promises.computeIfAbsent(id, none -> new CompletableFuture<>());
    }

    void done(String id, ContactView contact) {
        Optional.ofNullable(promises.remove(id)).ifPresent(promise -> promise.complete(contact));
    }

    void failed(String id, Throwable why) {
        Optional.ofNullable(promises.remove(id)).ifPresent(promise -> promise.completeExceptionally(why));
    }
}
