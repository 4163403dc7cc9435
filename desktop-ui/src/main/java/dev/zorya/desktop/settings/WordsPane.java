package dev.zorya.desktop.settings;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Card;
import dev.zorya.desktop.component.ErrorPanel;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.component.WordGrid;
import dev.zorya.desktop.shell.Desk;
import dev.zorya.desktop.text.Text;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The words of the wallet: shown after the passphrase, hidden again when the page is left. There is no way to copy them. */
final class WordsPane extends VBox {
    private final Desk desk;
    private final PasswordField passphrase = new PasswordField();
    private final VBox result = new VBox(12);

    WordsPane(Desk desk) {
        super(16);
        this.desk = desk;
        passphrase.setId("words-passphrase");
        Button show = Buttons.plain(new Action(Text.of("words.show"), this::ask));
        show.setId("words-show");
        Card card = new Card(Text.of("words.title"));
        HBox row = new HBox(12, Space.wide(passphrase), show);
        row.setPadding(new javafx.geometry.Insets(6, 16, 16, 16));
        card.rows(List.of(
                Card.sentence(Text.of("words.about")),
                new HBox(pad(Labels.of(
                        desk.wallet().info().practice()
                                ? Text.of("words.passphrase.practice")
                                : Text.of("gate.passphrase"),
                        passphrase))),
                row));
        getChildren().addAll(card, result);
        sceneProperty().addListener((o, was, is) -> {
            if (is == null) {
                hide();
            }
        });
    }

    private static HBox pad(javafx.scene.Node node) {
        HBox box = new HBox(node);
        box.setPadding(new javafx.geometry.Insets(8, 16, 0, 16));
        return box;
    }

    private void ask() {
        char[] typed = passphrase.getText().toCharArray();
        passphrase.clear();
        desk.work()
                .run(
                        () -> desk.wallet().words(typed),
                        this::show,
                        problem -> result.getChildren().setAll(new ErrorPanel(problem, List.of())));
    }

    private void show(List<String> words) {
        WordGrid grid = new WordGrid();
        grid.setId("words-grid");
        grid.show(words);
        result.getChildren().setAll(grid, Buttons.plain(new Action(Text.of("words.hide"), this::hide)));
    }

    private void hide() {
        result.getChildren().clear();
    }
}
