package dev.zorya.wallet.credential;

import dev.zorya.channel.port.StoreException;
import dev.zorya.storage.CredentialChange;
import dev.zorya.storage.KeptCredential;
import dev.zorya.storage.KeptCredential.Role;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Withdrawing credentials: the issuer tells the holder and everybody who ever asked; others ask before it matters. */
final class Standings {
    private static final Logger LOG = LoggerFactory.getLogger(Standings.class);

    /** Who is told of one credential at most. Others learn it when they ask. */
    private static final int MAX_WATCHERS = 100;

    private final Surroundings around;
    private final ShownBook shown;

    Standings(Surroundings around, ShownBook shown) {
        this.around = around;
        this.shown = shown;
    }

    /** Withdraws one; false if this wallet has not issued it. */
    boolean revoke(String id) throws StoreException {
        Optional<Filed> issued = Filed.find(around.store(), Role.ISSUED, id);
        if (issued.isEmpty()) {
            return false;
        }
        if (!issued.get().kept().revoked()) {
            KeptCredential withdrawn = issued.get().kept().withdrawn();
            around.store().change(CredentialChange.NOTHING.keeping(withdrawn));
            tell(new Filed(withdrawn, issued.get().signed()));
            for (Filed seen : shown.by(issued.get().credential().subject())) {
                if (seen.kept().id().equals(id)) {
                    shown.withdraw(seen);
                }
            }
            around.changed();
        }
        return true;
    }

    private void tell(Filed revoked) throws StoreException {
        Note note = new Note.Standing(revoked.credential().id(), true);
        CompletableFuture<?>[] letters = concerned(revoked).stream()
                .map(did -> around.carrier().send(did, note).toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(letters)
                .whenCompleteAsync(
                        (all, failure) -> {
                            if (failure == null) {
                                told(revoked.kept());
                            }
                        },
                        Thread::startVirtualThread)
                .exceptionally(notAll -> {
                    LOG.debug("a revocation is told again at the next start: {}", notAll.getMessage());
                    return null;
                });
    }

    private Set<String> concerned(Filed revoked) throws StoreException {
        Set<String> all = new HashSet<>(Set.of(revoked.kept().other()));
        around.store().all(Role.WATCHED).stream()
                .filter(watched -> watched.id().equals(revoked.kept().id()))
                .map(KeptCredential::other)
                .forEach(all::add);
        all.removeIf(did -> around.contactName().apply(did).isEmpty());
        return all;
    }

    private void told(KeptCredential revoked) {
        try {
            around.store().change(CredentialChange.NOTHING.keeping(revoked.toldAll()));
        } catch (StoreException e) {
            LOG.debug("a revocation is told again at the next start: {}", e.getMessage());
        }
    }

    /** Tells again what may not have been heard. */
    void resume() throws StoreException {
        for (Filed issued : Filed.all(around.store(), Role.ISSUED)) {
            if (issued.kept().revoked() && !issued.kept().told()) {
                tell(issued);
            }
        }
    }

    /** Whoever knows the id has seen the credential, so they may know how it stands. */
    void asked(String did, Note.Query query) throws StoreException {
        Optional<Filed> issued = Filed.all(around.store(), Role.ISSUED).stream()
                .filter(filed -> filed.credential().id().equals(query.credential()))
                .findFirst();
        if (issued.isPresent()) {
            watch(did, issued.get().kept());
            around.carrier()
                    .send(
                            did,
                            new Note.Standing(
                                    query.credential(), issued.get().kept().revoked()));
        }
    }

    private void watch(String did, KeptCredential issued) throws StoreException {
        long watchers = around.store().all(Role.WATCHED).stream()
                .filter(watched -> watched.id().equals(issued.id()))
                .count();
        if (watchers < MAX_WATCHERS) {
            around.store()
                    .change(CredentialChange.NOTHING.keeping(new KeptCredential(
                            Role.WATCHED,
                            issued.id(),
                            did,
                            issued.content(),
                            false,
                            true,
                            around.clock().instant())));
        }
    }

    /** Only the issuer of a credential says how it stands. */
    void heard(String did, Note.Standing standing) throws StoreException {
        if (standing.revoked()) {
            for (Role role : new Role[] {Role.HELD, Role.SHOWN}) {
                for (Filed filed : Filed.all(around.store(), role)) {
                    if (around.issuer(filed.credential()).equals(did)
                            && filed.credential().id().equals(standing.credential())) {
                        withdrawn(filed);
                    }
                }
            }
        }
        shown.answered(did, standing.credential());
    }

    private void withdrawn(Filed filed) throws StoreException {
        if (filed.kept().role() == Role.SHOWN) {
            shown.withdraw(filed);
        } else if (!filed.kept().revoked()) {
            around.store().change(CredentialChange.NOTHING.keeping(filed.kept().withdrawn()));
            around.changed();
        }
    }
}
