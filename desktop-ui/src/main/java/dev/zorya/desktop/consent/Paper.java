package dev.zorya.desktop.consent;

import dev.zorya.desktop.ident.Chunks;
import dev.zorya.desktop.present.Credential;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.CredentialView;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * A credential as the sheet shows it.
 *
 * @param by who says so
 * @param claims what it says
 * @param inside what is in it as well: a credential is shared whole or not at all
 */
record Paper(
        String id, String name, String by, SequencedMap<String, String> claims, SequencedMap<String, String> inside) {
    static Paper of(CredentialView credential, When when) {
        SequencedMap<String, String> inside = new LinkedHashMap<>();
        inside.put(Text.of("paper.subject"), Chunks.briefDid(credential.subjectDid()));
        inside.put(Text.of("paper.issuer"), Chunks.briefDid(credential.issuerDid()));
        inside.put(Text.of("paper.issued"), when.date(credential.issued()));
        inside.put(Text.of("paper.until"), Credential.until(credential, when));
        return new Paper(
                credential.id(),
                Credential.type(credential.type()),
                Credential.issuer(credential),
                Credential.claims(credential),
                inside);
    }
}
