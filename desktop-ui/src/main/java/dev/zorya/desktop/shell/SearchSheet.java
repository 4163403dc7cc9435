package dev.zorya.desktop.shell;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.link.Link;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The one field (UI.md 3): says what was typed or pasted and offers what fits. Enter takes the first. */
final class SearchSheet extends VBox {
    private static final double WIDTH = 600;

    private final VBox results = new VBox();
    private final Snapshot snapshot;
    private final Consumer<Place> go;
    private List<Finding> found = List.of();

    /** @param given what to begin with: a link that came from outside, or nothing */
    SearchSheet(Snapshot snapshot, Consumer<Place> go, String given) {
        this.snapshot = snapshot;
        this.go = go;
        getStyleClass().add("z-sheet");
        setMaxWidth(WIDTH);
        TextField field = new TextField();
        field.setId("search-field");
        field.setPromptText(Text.of("top.search"));
        field.setAccessibleText(Text.of("top.search"));
        field.textProperty().addListener((o, was, is) -> look(is));
        field.setOnAction(event -> {
            if (!found.isEmpty()) {
                go.accept(found.getFirst().place());
            }
        });
        getChildren().addAll(field, results);
        if (given.length() > Link.LONGEST) {
            look(given);
        } else {
            field.setText(given);
            look(given);
        }
    }

    private void look(String typed) {
        found = Findings.of(typed, snapshot);
        results.getChildren().clear();
        if (found.isEmpty()) {
            String sentence = LinkWords.refusal(typed.strip(), snapshot)
                    .orElseGet(() -> typed.isBlank() ? Text.of("search.hint") : Text.of("search.nothing"));
            results.getChildren().add(Labels.paragraph(sentence, "z-muted"));
        }
        found.forEach(finding -> results.getChildren().add(row(finding)));
    }

    private Button row(Finding finding) {
        VBox words =
                new VBox(Labels.line(finding.what(), "z-medium"), Labels.line(finding.about(), "z-small", "z-muted"));
        HBox line = new HBox(12, finding.icon().tile(false), words, Space.grow(), Icon.NEXT.view());
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        Button button = new Button();
        button.setGraphic(line);
        button.getStyleClass().addAll("flat", "z-finding");
        button.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(button.widthProperty().subtract(28));
        button.setAccessibleText(finding.what() + ". " + finding.about());
        button.setOnAction(event -> go.accept(finding.place()));
        return button;
    }
}
