package dev.zorya.wallet.credential;

import dev.zorya.identity.credential.Credential;
import dev.zorya.wallet.api.CredentialView;
import dev.zorya.wallet.api.CredentialView.Standing;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Credentials as people see them. */
record Views(Surroundings around) {
    static final String STATEMENT = "statement";

    /** What is shown of a credential; always all of it. */
    static final List<String> CLAIMS = List.of(STATEMENT);

    CredentialView of(Filed filed, Instant now) {
        return of(filed.kept().id(), filed.credential(), filed.kept().revoked(), now);
    }

    CredentialView of(String id, Credential credential, boolean revoked, Instant now) {
        Optional<String> contact = around.contactName().apply(around.issuer(credential));
        boolean own = around.own().test(credential.issuer());
        Map<String, String> claims = new LinkedHashMap<>();
        claims.put(STATEMENT, credential.statement());
        return new CredentialView(
                id,
                credential.type(),
                credential.issuer(),
                contact.orElse(credential.issuer()),
                contact.isPresent() || own,
                credential.subject(),
                Collections.unmodifiableMap(claims),
                credential.issued(),
                credential.expires(),
                revoked ? Standing.REVOKED : credential.expired(now) ? Standing.EXPIRED : Standing.VALID);
    }
}
