package dev.zorya.desktop.gate;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.RestoreOrder;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Restoring from the words, typed or pasted and checked while typing, with or without a copy. */
final class RestoreStep extends VBox {
    private static final Pattern GAP = Pattern.compile("[\\s,]+");
    private static final int ROWS = 5;

    private final Hall hall;
    private final TextArea field = new TextArea();
    private final Label state = Labels.paragraph("", "z-small", "z-muted");
    private final CopyChoice copy;
    private final Button next;
    private int attempt;

    RestoreStep(Hall hall) {
        super(16);
        this.hall = hall;
        field.setId("restore-words");
        field.setPrefRowCount(ROWS);
        field.setWrapText(true);
        field.getStyleClass().add("z-mono");
        field.textProperty().addListener((o, was, is) -> check());
        copy = new CopyChoice(hall);
        next = Buttons.main(new Action(Text.of("gate.next"), this::go));
        next.setId("restore-next");
        next.setDisable(true);
        ask();
        check();
    }

    private void ask() {
        getChildren()
                .setAll(
                        Labels.line(Text.of("welcome.restore"), "z-title"),
                        Labels.paragraph(Text.of("restore.about"), "z-muted"),
                        Labels.of(Text.of("restore.words"), field),
                        field,
                        state,
                        copy,
                        new HBox(
                                8,
                                Buttons.plain(new Action(Text.of("gate.back"), () -> hall.go(new Step.Welcome()))),
                                Space.grow(),
                                next));
    }

    static List<String> words(String typed) {
        return Stream.of(GAP.split(typed.strip().toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private void check() {
        List<String> words = words(field.getText());
        int mine = ++attempt;
        next.setDisable(true);
        if (words.size() != 12 && words.size() != 24) {
            state.setText(Text.count("restore.so-far", words.size()));
            return;
        }
        hall.work()
                .run(
                        () -> hall.wallets().validWords(words),
                        valid -> {
                            if (mine == attempt) {
                                next.setDisable(!valid);
                                state.setText(valid ? Text.of("restore.good") : Text.of("restore.not-a-phrase"));
                            }
                        },
                        problem -> state.setText(problem.what()));
    }

    private LastPane.Making making(List<String> words) {
        return copy.chosen()
                .<LastPane.Making>map(file -> (name, passphrase, network) ->
                        progress -> hall.wallets().restore(new RestoreOrder(file, name, words, passphrase), progress))
                .orElseGet(() -> LastPane.anew(hall, words));
    }

    private void go() {
        List<String> words = words(field.getText());
        getChildren().setAll(new LastPane(hall, making(words), copy.chosen().isEmpty(), this::ask));
    }
}
