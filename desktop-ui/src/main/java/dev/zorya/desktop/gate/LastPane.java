package dev.zorya.desktop.gate;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.Network;
import dev.zorya.wallet.api.NewWallet;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The last step of creating and restoring: name, passphrase, network, then the wallet is made. */
final class LastPane extends VBox {
    private final Hall hall;
    private final Making making;
    private final TextField name = new TextField(Text.of("gate.name.first"));
    private final PasswordField passphrase = new PasswordField();
    private final PasswordField repeated = new PasswordField();
    private final Label missing = Labels.paragraph("", "z-small", "z-muted");
    private final Button make;
    private NetworkForm network = NetworkForm.practiceNetwork();

    /** How the wallet is made of what was typed. */
    interface Making {
        Hall.Opening with(String name, char[] passphrase, Network network);
    }

    /** A new wallet of words. */
    static Making anew(Hall hall, List<String> words) {
        return (name, passphrase, network) ->
                progress -> hall.wallets().create(new NewWallet(name, words, passphrase, network), progress);
    }

    /** @param asksNetwork a copy knows its own */
    LastPane(Hall hall, Making making, boolean asksNetwork, Runnable back) {
        super(16);
        this.hall = hall;
        this.making = making;
        name.setId("gate-name");
        passphrase.setId("gate-passphrase");
        repeated.setId("gate-repeated");
        make = Buttons.main(new Action(Text.of("gate.make"), this::make));
        make.setId("gate-make");
        for (TextField field : List.of(name, passphrase, repeated)) {
            field.textProperty().addListener((o, was, is) -> check());
        }
        getChildren()
                .addAll(
                        Labels.line(Text.of("gate.last"), "z-title"),
                        field(Text.of("gate.name"), name),
                        field(Text.of("gate.passphrase"), passphrase),
                        Labels.paragraph(Text.of("gate.passphrase.about"), "z-small", "z-muted"),
                        field(Text.of("gate.passphrase.again"), repeated));
        if (asksNetwork) {
            getChildren().add(new NetworkPane(this::network));
        }
        getChildren()
                .addAll(
                        missing,
                        new HBox(8, Buttons.plain(new Action(Text.of("gate.back"), back)), Space.grow(), make));
        check();
    }

    private static Node field(String label, TextField field) {
        return new VBox(6, Labels.of(label, field), field);
    }

    private void network(NetworkForm typed) {
        network = typed;
        check();
    }

    private void check() {
        PassphraseForm form = new PassphraseForm(name.getText(), passphrase.getText(), repeated.getText());
        String what = form.complete() ? network.missing() : form.missing();
        missing.setText(what);
        make.setDisable(!what.isEmpty());
    }

    private void make() {
        network.network()
                .ifPresent(where -> hall.open(
                        making.with(name.getText().strip(), passphrase.getText().toCharArray(), where)));
    }
}
