package dev.zorya.desktop.shell;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.present.Asking;
import dev.zorya.desktop.present.Look;
import dev.zorya.desktop.present.Meetings;
import dev.zorya.desktop.present.People;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.ConnectionView;
import dev.zorya.wallet.api.DecisionView;
import dev.zorya.wallet.api.IdentityView;
import dev.zorya.wallet.api.Waiting;
import dev.zorya.wallet.api.WalletEvent;
import java.util.Optional;

/** News about people and proofs, each with the page where it can be looked at. */
final class IdentityNews {
    private IdentityNews() {}

    static Optional<Notice> of(WalletEvent event, Optional<Snapshot> known) {
        return known.flatMap(snapshot -> of(event, snapshot));
    }

    private static Optional<Notice> of(WalletEvent event, Snapshot snapshot) {
        return switch (event) {
            case WalletEvent.ConsentAsked asked -> Optional.of(asked(asked.waiting(), snapshot));
            case WalletEvent.ConnectionChanged changed -> connection(changed.connection());
            case WalletEvent.ProposalDecided decided -> proposal(decided.decision(), snapshot);
            case WalletEvent.IdentityChanged changed -> identity(changed.identity());
            case WalletEvent.ChannelChanged other -> Optional.empty();
            case WalletEvent.PaymentChanged other -> Optional.empty();
            case WalletEvent.RequestChanged other -> Optional.empty();
            case WalletEvent.QuestionAsked other -> Optional.empty();
            case WalletEvent.QuestionGone other -> Optional.empty();
            case WalletEvent.ContactChanged other -> Optional.empty();
            case WalletEvent.ConsentGone other -> Optional.empty();
            case WalletEvent.CredentialsChanged other -> Optional.empty();
            case WalletEvent.BalanceChanged other -> Optional.empty();
            case WalletEvent.HealthChanged other -> Optional.empty();
            case WalletEvent.Trouble other -> Optional.empty();
        };
    }

    private static Notice asked(Waiting waiting, Snapshot snapshot) {
        Look look = new Look(Asking.icon(waiting), Asking.title(waiting, snapshot), Tone.BUSY);
        return switch (waiting) {
            case Waiting.Offer offer -> new Notice(look, new Place.Credentials());
            case Waiting.Introduction introduction -> new Notice(look, new Place.Contacts(""));
            case Waiting.ProofRequest request -> new Notice(look, new Place.Contacts(request.did()));
        };
    }

    private static Optional<Notice> connection(ConnectionView connection) {
        String name = Meetings.name(connection);
        return switch (connection.state()) {
            case VERIFIED ->
                Optional.of(new Notice(
                        new Look(Icon.VERIFIED, Text.of("news.verified", name), Tone.OK),
                        new Place.Contacts(connection.did())));
            case PROBLEM ->
                Optional.of(new Notice(
                        new Look(Icon.STOPPED, Text.of("news.not-connected", name), Tone.WAIT),
                        new Place.Contacts("")));
            case INVITED, CONNECTING, CONNECTED -> Optional.empty();
        };
    }

    /** What the person decided, they know. */
    private static Optional<Notice> proposal(DecisionView decision, Snapshot snapshot) {
        if (decision.byPerson() || decision.verdict() != DecisionView.Verdict.DECLINED) {
            return Optional.empty();
        }
        String name =
                decision.name().isEmpty() ? People.of(snapshot, decision.did()).name() : decision.name();
        return Optional.of(new Notice(
                new Look(Icon.REVOKED, Text.of("news.refused", name, decision.reason()), Tone.WAIT),
                new Place.TrustRules()));
    }

    private static Optional<Notice> identity(IdentityView identity) {
        return switch (identity.state()) {
            case UNREACHABLE, KEY_REFUSED ->
                Optional.of(new Notice(
                        new Look(Icon.NO_CHAIN, Text.of("news.agent-away"), Tone.WAIT), new Place.Settings()));
            case READY, STARTING -> Optional.empty();
        };
    }
}
