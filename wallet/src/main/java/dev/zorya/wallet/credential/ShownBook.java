package dev.zorya.wallet.credential;

import dev.zorya.channel.port.StoreException;
import dev.zorya.identity.credential.Credential;
import dev.zorya.storage.CredentialChange;
import dev.zorya.storage.KeptCredential.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What contacts have shown, in memory beside the store, with what is known of how it stands. */
final class ShownBook {
    private final Surroundings around;
    private final Map<Question, CompletableFuture<Void>> asked = new ConcurrentHashMap<>();
    private volatile List<Filed> all = List.of();

    /** Whether this credential of this issuer still holds. */
    private record Question(String issuer, String credential) {}

    ShownBook(Surroundings around) {
        this.around = around;
    }

    /** One at a time: an older reading never replaces a newer one. */
    synchronized void reload() throws StoreException {
        all = Filed.all(around.store(), Role.SHOWN);
    }

    /** About them, newest first. */
    List<Filed> by(String did) {
        return all.stream()
                .filter(filed -> filed.kept().other().equals(did))
                .filter(filed -> filed.credential().subject().equals(did))
                .toList();
    }

    /**
     * Asks the issuers that are contacts how the credentials of a contact stand; they answer when they can. Our own we know.
     *
     * @return those that have not answered yet
     */
    List<CompletableFuture<Void>> recheck(String did) throws StoreException {
        Instant now = around.clock().instant();
        for (Filed filed : by(did)) {
            if (around.own().test(filed.credential().issuer()) && !stillIssued(filed.credential())) {
                withdraw(filed);
            }
        }
        return by(did).stream()
                .filter(filed -> !filed.kept().revoked() && !filed.credential().expired(now))
                .filter(filed -> around.contactName()
                        .apply(around.issuer(filed.credential()))
                        .isPresent())
                .map(filed -> ask(filed.credential()))
                .toList();
    }

    /** The same, but not longer than this. */
    void recheck(String did, Duration longest) throws StoreException {
        try {
            CompletableFuture.allOf(recheck(did).toArray(CompletableFuture[]::new))
                    .get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // what was known last counts
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One question at a time: an issuer who is away finds one letter, not hundreds. */
    private CompletableFuture<Void> ask(Credential credential) {
        String issuer = around.issuer(credential);
        Question question = new Question(issuer, credential.id());
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> before = asked.putIfAbsent(question, mine);
        if (before != null) {
            return before;
        }
        around.carrier().send(issuer, new Note.Query(credential.id())).whenComplete((arrived, failure) -> {
            if (failure != null) {
                answered(issuer, credential.id());
            }
        });
        return mine;
    }

    /** The issuer has answered, or cannot be asked. */
    void answered(String issuer, String credential) {
        CompletableFuture<Void> answer = asked.remove(new Question(issuer, credential));
        if (answer != null) {
            answer.complete(null);
        }
    }

    private boolean stillIssued(Credential credential) throws StoreException {
        return Filed.all(around.store(), Role.ISSUED).stream()
                .filter(filed -> filed.credential().id().equals(credential.id()))
                .anyMatch(filed -> !filed.kept().revoked());
    }

    void withdraw(Filed filed) throws StoreException {
        if (!filed.kept().revoked()) {
            around.store().change(CredentialChange.NOTHING.keeping(filed.kept().withdrawn()));
            reload();
            around.changed(filed.kept().other());
        }
    }
}
