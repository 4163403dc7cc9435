package dev.zorya.desktop.shell;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.ident.Chunks;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.link.Link;
import dev.zorya.wallet.link.PaymentLink;
import dev.zorya.wallet.link.Refusal;
import java.util.List;
import java.util.Optional;

/** What a {@code zorya:} link would lead to, or the sentence that says why it leads nowhere (THREATS.md 61). */
final class LinkWords {
    private LinkWords() {}

    static Optional<Finding> finding(String text, Snapshot snapshot) {
        return switch (read(text, snapshot)) {
            case Link.ToContact contact -> Optional.of(contact(contact.text()));
            case PaymentLink link -> snapshot.contact(link.to()).map(known -> pay(link, known));
            case Refusal refusal -> Optional.empty();
        };
    }

    /** Empty if it is no link, or one that can be followed. */
    static Optional<String> refusal(String text, Snapshot snapshot) {
        if (!Link.is(text)) {
            return Optional.empty();
        }
        return switch (read(text, snapshot)) {
            case Link.ToContact contact -> Optional.empty();
            case PaymentLink link ->
                snapshot.contact(link.to()).isPresent()
                        ? Optional.empty()
                        : Optional.of(Text.of("link.stranger", Chunks.briefDid(link.to())));
            case Refusal refusal -> Optional.of(sentence(refusal, snapshot));
        };
    }

    static Finding contact(String text) {
        return new Finding(
                Icon.ADD_CONTACT,
                Text.of("search.contact-text"),
                Text.of("search.contact-text.about"),
                new Place.AddContact(text));
    }

    private static Link read(String text, Snapshot snapshot) {
        return Link.read(text, List.of(snapshot.coin()));
    }

    private static Finding pay(PaymentLink link, ContactView contact) {
        String what = link.amount()
                .map(amount -> Text.of(
                        "link.pay",
                        contact.name(),
                        Money.forPeople(false).exact(amount).text()))
                .orElseGet(() -> Text.of("link.pay-any", contact.name()));
        return new Finding(Icon.PAY, what, Text.of("link.pay.about"), new Place.PayLink(link));
    }

    private static String sentence(Refusal refusal, Snapshot snapshot) {
        return switch (refusal) {
            case Refusal.TooLong longer -> Text.of("link.too-long");
            case Refusal.NoLink none -> Text.of("link.none");
            case Refusal.UnknownKind unknown -> Text.of("link.kind", unknown.kind());
            case Refusal.UnknownParameter unknown -> Text.of("link.parameter", unknown.name());
            case Refusal.Repeated repeated -> Text.of("link.repeated", repeated.name());
            case Refusal.Unreadable broken -> Text.of("link.unreadable", broken.name());
            case Refusal.NoReceiver nobody -> Text.of("link.receiver");
            case Refusal.OddAmount odd -> Text.of("link.amount", odd.amount());
            case Refusal.HalfAnAmount half -> Text.of("link.half");
            case Refusal.OtherUnit other ->
                Text.of("link.unit", other.unit(), snapshot.coin().symbol());
            case Refusal.LongMemo memo -> Text.of("link.memo");
        };
    }
}
