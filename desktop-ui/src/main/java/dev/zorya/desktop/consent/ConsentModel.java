package dev.zorya.desktop.consent;

import dev.zorya.desktop.component.Person;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.ident.Chunks;
import dev.zorya.desktop.present.Asking;
import dev.zorya.desktop.present.Credential;
import dev.zorya.desktop.present.People;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.CredentialView;
import dev.zorya.wallet.api.Waiting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What the sheet says.
 *
 * @param reason in their words, or empty
 * @param code to compare with somebody who is no contact yet, or empty
 * @param facts about somebody who is no contact yet
 * @param heading over what is shown
 * @param papers to choose from; the first is offered
 * @param whole the papers leave this wallet, with everything that is inside
 * @param missing which credential they want and this wallet has not, or empty
 * @param meaning of a yes
 * @param accept words of the button; empty if there is nothing to say yes to
 * @param done told after a yes
 */
record ConsentModel(
        Person person,
        String title,
        String asked,
        String reason,
        String code,
        SequencedMap<String, String> facts,
        String heading,
        List<Paper> papers,
        boolean whole,
        String missing,
        String meaning,
        String accept,
        String done) {
    static ConsentModel of(Waiting waiting, Snapshot snapshot, When when) {
        Person person = Asking.person(waiting, snapshot);
        String title = Asking.title(waiting, snapshot);
        String asked = Text.of("consent.asked", when.ago(waiting.since()));
        return switch (waiting) {
            case Waiting.Introduction introduction -> introduction(introduction, person, title, asked);
            case Waiting.Offer offer -> offer(offer, person, title, asked, when);
            case Waiting.ProofRequest request -> proof(request, person, title, asked, snapshot, when);
        };
    }

    private static ConsentModel introduction(
            Waiting.Introduction introduction, Person person, String title, String asked) {
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        facts.put(Text.of("identity.did"), Chunks.briefDid(introduction.did()));
        facts.put(Text.of("identity.address"), Chunks.whole(introduction.address()));
        facts.put(Text.of("identity.reached"), introduction.endpoint());
        return new ConsentModel(
                person,
                title,
                asked,
                "",
                introduction.comparisonCode(),
                facts,
                "",
                List.of(),
                false,
                "",
                Text.of("consent.introduction.meaning"),
                Text.of("consent.introduction.accept"),
                Text.of("add.saved", person.name()));
    }

    private static ConsentModel offer(Waiting.Offer offer, Person person, String title, String asked, When when) {
        return new ConsentModel(
                person,
                title,
                asked,
                "",
                "",
                new LinkedHashMap<>(),
                Text.of("consent.offer.heading"),
                List.of(Paper.of(offer.credential(), when)),
                false,
                "",
                Text.of("consent.offer.meaning", person.name()),
                Text.of("consent.offer.accept"),
                Text.of("consent.offer.done"));
    }

    private static ConsentModel proof(
            Waiting.ProofRequest request, Person person, String title, String asked, Snapshot snapshot, When when) {
        List<Paper> papers = request.matching().stream()
                .map((CredentialView credential) -> Paper.of(credential, when))
                .toList();
        return new ConsentModel(
                person,
                title,
                asked,
                request.reason(),
                "",
                new LinkedHashMap<>(),
                Text.of("consent.proof.heading", person.name()),
                papers,
                true,
                papers.isEmpty() ? missing(request, snapshot) : "",
                papers.isEmpty()
                        ? Text.of("consent.missing.meaning", person.name())
                        : Text.of("consent.proof.meaning", person.name()),
                papers.isEmpty() ? "" : Text.of("consent.proof.accept", person.name()),
                Text.of("consent.proof.done", person.name()));
    }

    private static String missing(Waiting.ProofRequest request, Snapshot snapshot) {
        String type = Credential.type(request.type());
        return request.issuerDid().isEmpty()
                ? Text.of("consent.missing.any", type)
                : Text.of(
                        "consent.missing.by",
                        type,
                        People.of(snapshot, request.issuerDid()).name());
    }
}
