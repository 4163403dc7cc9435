package dev.zorya.desktop.contactadd;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Note;
import dev.zorya.desktop.component.Page;
import dev.zorya.desktop.component.ProblemNote;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.ContactPreview;
import dev.zorya.wallet.api.WalletProblem;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Builds the nodes: own text and their text at the left, the result at the right. */
final class AddContactView {
    private static final double WIDTH = 1020;
    private static final double HALF = 380;
    private static final int ROWS = 4;

    private final TextArea theirs = new TextArea();
    private final VBox result = new VBox(12);
    private final Page page;

    AddContactView(OwnCard own, Consumer<String> pasted) {
        theirs.setId("add-text");
        theirs.setWrapText(true);
        theirs.setPrefRowCount(ROWS);
        theirs.setPromptText(Text.of("add.paste"));
        theirs.getStyleClass().add("z-mono");
        theirs.textProperty().addListener((o, was, is) -> pasted.accept(is));
        VBox left = new VBox(
                12,
                Labels.line(Text.of("card.title"), "z-heading"),
                Labels.paragraph(Text.of("card.about"), "z-muted"),
                own,
                Space.line(),
                Labels.line(Text.of("add.theirs"), "z-heading"),
                theirs,
                Labels.paragraph(Text.of("add.theirs.about"), "z-small", "z-muted"));
        left.getStyleClass().add("z-card");
        result.getStyleClass().add("z-card");
        left.setMinWidth(HALF);
        result.setMinWidth(HALF);
        left.setPrefWidth(HALF);
        result.setPrefWidth(HALF);
        result.setMaxHeight(VBox.USE_PREF_SIZE);
        HBox columns = new HBox(20, Space.wide(left), Space.wide(result));
        columns.setFillHeight(false);
        page = new Page(columns).atMost(WIDTH + 48);
        waiting();
    }

    Node node() {
        return page;
    }

    void focus() {
        theirs.requestFocus();
    }

    void text(String pasted) {
        theirs.setText(pasted);
    }

    void waiting() {
        result.getChildren()
                .setAll(
                        Labels.line(Text.of("add.result"), "z-heading"),
                        Labels.paragraph(Text.of("add.result.about"), "z-muted"));
    }

    void reading() {
        result.getChildren().setAll(Labels.line(Text.of("add.checking"), "z-busy"));
    }

    void preview(ContactPreview preview, PreviewPane.Decision decision) {
        result.getChildren().setAll(new PreviewPane(preview, decision));
    }

    void problem(WalletProblem problem, Action again) {
        result.getChildren().setAll(new ProblemNote(problem, List.of(again)));
    }

    void differs() {
        result.getChildren()
                .setAll(new Note(
                        Tone.BAD, Icon.STOPPED, Text.of("add.differ"), Text.of("add.differ.about"), List.of()));
    }
}
