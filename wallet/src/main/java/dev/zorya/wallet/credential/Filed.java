package dev.zorya.wallet.credential;

import dev.zorya.channel.crypto.Hashes;
import dev.zorya.channel.port.StoreException;
import dev.zorya.identity.credential.Credential;
import dev.zorya.identity.credential.CredentialRefused;
import dev.zorya.identity.credential.SignedCredential;
import dev.zorya.storage.Credentials;
import dev.zorya.storage.KeptCredential;
import dev.zorya.storage.KeptCredential.Role;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A kept credential whose signature still holds. */
record Filed(KeptCredential kept, SignedCredential signed) {
    private static final Logger LOG = LoggerFactory.getLogger(Filed.class);
    private static final int ID = 32;

    Credential credential() {
        return signed.credential();
    }

    static KeptCredential of(Role role, String other, SignedCredential signed, Instant now) {
        String id = Hashes.keccak256(signed.text().getBytes(StandardCharsets.US_ASCII))
                .hex()
                .substring(0, ID);
        return new KeptCredential(role, id, other, signed.text(), false, false, now);
    }

    /** Newest first. What does not hold any more as it was signed is left out. */
    static List<Filed> all(Credentials store, Role role) throws StoreException {
        List<Filed> filed = new ArrayList<>();
        for (KeptCredential kept : store.all(role)) {
            try {
                filed.add(new Filed(kept, SignedCredential.read(kept.content())));
            } catch (CredentialRefused e) {
                LOG.error("the kept credential {} is damaged", kept.id());
            }
        }
        return filed;
    }

    static Optional<Filed> find(Credentials store, Role role, String id) throws StoreException {
        return all(store, role).stream()
                .filter(filed -> filed.kept().id().equals(id))
                .findFirst();
    }
}
