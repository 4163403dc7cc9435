package dev.zorya.desktop.credentials;

import dev.zorya.desktop.component.Person;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.ident.Chunks;
import dev.zorya.desktop.present.Asking;
import dev.zorya.desktop.present.Credential;
import dev.zorya.desktop.present.Look;
import dev.zorya.desktop.present.PaperRow;
import dev.zorya.desktop.present.People;
import dev.zorya.desktop.present.ShareRow;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.CredentialView;
import dev.zorya.wallet.api.IdentityView;
import dev.zorya.wallet.api.Waiting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the page says.
 *
 * @param offers oldest first
 * @param loaded whether the lists have been read; they are empty until then
 * @param away the agent that signs for this wallet does not answer: offers wait until it is back
 * @param selected the one on display, or null
 */
record CredentialsModel(
        List<Offer> offers,
        boolean loaded,
        boolean away,
        List<PaperRow> held,
        List<PaperRow> issued,
        List<ShareRow> shared,
        @Nullable Detail selected) {
    /** A contact offers a credential about this person. */
    record Offer(Waiting.Offer offer, Person person, String title, String since, String what) {}

    /**
     * One credential.
     *
     * @param ours issued by this wallet: it can be withdrawn instead of removed
     * @param live still holds
     */
    record Detail(
            String id,
            String name,
            String by,
            Look standing,
            SequencedMap<String, String> claims,
            SequencedMap<String, String> facts,
            boolean ours,
            boolean live) {}

    static CredentialsModel of(Snapshot snapshot, Optional<Held> papers, String selected, When when) {
        Held known = papers.orElse(new Held(List.of(), List.of(), List.of()));
        return new CredentialsModel(
                snapshot.waiting().stream()
                        .filter(Waiting.Offer.class::isInstance)
                        .map(Waiting.Offer.class::cast)
                        .map(offer -> offer(offer, snapshot, when))
                        .toList(),
                papers.isPresent(),
                snapshot.identity()
                        .filter(identity -> identity.state() != IdentityView.State.READY)
                        .isPresent(),
                rows(known.held(), when),
                known.issued().stream()
                        .map(credential -> issued(credential, snapshot, when))
                        .toList(),
                known.shared().stream().map(share -> ShareRow.of(share, when)).toList(),
                find(known.held(), selected)
                        .map(credential -> detail(credential, snapshot, false, when))
                        .or(() -> find(known.issued(), selected)
                                .map(credential -> detail(credential, snapshot, true, when)))
                        .orElse(null));
    }

    private static Optional<CredentialView> find(List<CredentialView> all, String id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private static List<PaperRow> rows(List<CredentialView> credentials, When when) {
        return credentials.stream()
                .map(credential -> PaperRow.of(credential, when))
                .toList();
    }

    /** Whom it is about counts here: everybody knows who issued it. */
    private static PaperRow issued(CredentialView credential, Snapshot snapshot, When when) {
        PaperRow row = PaperRow.of(credential, when);
        return new PaperRow(
                row.id(), row.icon(), row.name(), about(credential, snapshot), row.says(), row.standing(), row.until());
    }

    private static String about(CredentialView credential, Snapshot snapshot) {
        return Text.of(
                "credential.about", People.of(snapshot, credential.subjectDid()).name());
    }

    private static Offer offer(Waiting.Offer offer, Snapshot snapshot, When when) {
        CredentialView credential = offer.credential();
        return new Offer(
                offer,
                People.of(snapshot, offer.did()),
                Asking.title(offer, snapshot),
                when.since(offer.since()),
                Text.of("offer.what", Credential.type(credential.type()), Credential.until(credential, when)));
    }

    private static Detail detail(CredentialView credential, Snapshot snapshot, boolean ours, When when) {
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        facts.put(Text.of("paper.issuer"), Chunks.briefDid(credential.issuerDid()));
        facts.put(Text.of("paper.about"), Chunks.briefDid(credential.subjectDid()));
        facts.put(Text.of("paper.issued"), when.date(credential.issued()));
        facts.put(Text.of("paper.until"), Credential.until(credential, when));
        return new Detail(
                credential.id(),
                Credential.type(credential.type()),
                ours ? about(credential, snapshot) : Credential.issuer(credential),
                Credential.standing(credential, when),
                Credential.claims(credential),
                facts,
                ours,
                credential.standing() == CredentialView.Standing.VALID);
    }

    Optional<Detail> detail() {
        return Optional.ofNullable(selected);
    }

    /** There is nothing at all. */
    boolean none() {
        return loaded && offers.isEmpty() && held.isEmpty() && issued.isEmpty() && shared.isEmpty();
    }
}
