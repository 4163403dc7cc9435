package dev.zorya.desktop.contacts;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.ConfirmSheet;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.PickOrType;
import dev.zorya.desktop.component.ProblemNote;
import dev.zorya.desktop.component.Segments;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.present.Credential;
import dev.zorya.desktop.present.People;
import dev.zorya.desktop.shell.Desk;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.CredentialView;
import dev.zorya.wallet.api.Credentials;
import dev.zorya.wallet.api.ProofOrder;
import dev.zorya.wallet.api.VoucherOrder;
import dev.zorya.wallet.api.WalletProblem;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;

/** The sheets about credentials between this person and one contact: vouching for them, asking them for one. */
final class PaperSheets {
    private static final int MOST_CHARACTERS = 200;
    private static final List<Duration> LIFETIMES =
            List.of(Duration.ofDays(90), Duration.ofDays(365), Duration.ofDays(730));

    private final Desk desk;
    private final Credentials credentials;

    PaperSheets(Desk desk, Credentials credentials) {
        this.desk = desk;
        this.credentials = credentials;
    }

    void vouch(ContactDetail detail) {
        String name = detail.person().name();
        TextArea statement = area("voucher-statement");
        Duration[] lifetime = {LIFETIMES.get(1)};
        Segments<Duration> lifetimes = new Segments<>(
                "voucher-lifetime",
                LIFETIMES,
                LIFETIMES.stream().map(When::span).toList(),
                chosen -> lifetime[0] = chosen);
        lifetimes.show(lifetime[0]);
        VBox outcome = new VBox();
        VBox body = new VBox(
                12,
                new VBox(6, Labels.of(Text.of("vouch.statement", name), statement), statement),
                new VBox(6, Labels.line(Text.of("vouch.lifetime"), "z-field-label"), lifetimes),
                outcome);
        Action act = new Action(
                Text.of("vouch.act"),
                () -> desk.work()
                        .follow(
                                () -> credentials.issue(new VoucherOrder(detail.did(), text(statement), lifetime[0])),
                                done -> {
                                    desk.closeSheet();
                                    desk.toast(Icon.VOUCHER, Tone.OK, Text.of("vouch.done", name));
                                },
                                problem -> outcome.getChildren().setAll(new ProblemNote(problem))));
        desk.openSheet(new ConfirmSheet(
                Text.of("vouch.title", name), Text.of("vouch.about", name), body, cancel(), act, false));
    }

    /**
     * The sheet closes at once: the answer can take days.
     *
     * @param trouble told if they do not show it
     */
    void ask(ContactDetail detail, Snapshot snapshot, Consumer<WalletProblem> trouble) {
        String name = detail.person().name();
        PickOrType type = new PickOrType("proof-type", Text.of("proof.type"), types(detail));
        PickOrType issuer = new PickOrType("proof-issuer", Text.of("proof.issuer"), issuers(snapshot));
        TextArea reason = area("proof-reason");
        VBox body = new VBox(12, type, issuer, new VBox(6, Labels.of(Text.of("proof.reason", name), reason), reason));
        Action act = new Action(Text.of("proof.act"), () -> {
            ProofOrder order = new ProofOrder(detail.did(), type.value(), issuer.value(), text(reason));
            desk.closeSheet();
            desk.toast(Icon.CARD, Tone.BUSY, Text.of("proof.asked", name));
            desk.work().follow(() -> credentials.ask(order), shown -> shown(name, shown), trouble);
        });
        desk.openSheet(new ConfirmSheet(
                Text.of("proof.title", name), Text.of("proof.about", name), body, cancel(), act, false));
    }

    private void shown(String name, CredentialView credential) {
        desk.toast(Icon.VERIFIED, Tone.OK, Text.of("proof.shown", name, Credential.type(credential.type())));
        desk.refresh();
    }

    private Action cancel() {
        return new Action(Text.of("sheet.cancel"), desk::closeSheet);
    }

    private static TextArea area(String id) {
        TextArea area = new TextArea();
        area.setId(id);
        area.setWrapText(true);
        area.setPrefRowCount(3);
        area.textProperty().addListener((o, was, is) -> {
            if (is.length() > MOST_CHARACTERS) {
                area.setText(is.substring(0, MOST_CHARACTERS));
            }
        });
        return area;
    }

    private static String text(TextInputControl area) {
        return area.getText().strip();
    }

    private static SequencedMap<String, String> types(ContactDetail detail) {
        SequencedMap<String, String> types = new LinkedHashMap<>();
        types.put("PerunPeerVoucher", Credential.type("PerunPeerVoucher"));
        detail.shownTypes().forEach(type -> types.put(type, Credential.type(type)));
        return types;
    }

    private static SequencedMap<String, String> issuers(Snapshot snapshot) {
        SequencedMap<String, String> issuers = new LinkedHashMap<>();
        issuers.put("", Text.of("proof.anybody"));
        issuers.putAll(People.names(snapshot));
        return issuers;
    }
}
