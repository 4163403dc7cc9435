package dev.zorya.desktop.component;

import java.util.List;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The 12 or 24 words in four columns, numbered, in the machine font (UI.md 8). There is no way to copy them. */
public final class WordGrid extends GridPane {
    private static final int COLUMNS = 4;

    public WordGrid() {
        getStyleClass().add("z-words");
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints quarter = new ColumnConstraints();
            quarter.setPercentWidth(100.0 / COLUMNS);
            quarter.setHgrow(Priority.ALWAYS);
            getColumnConstraints().add(quarter);
        }
    }

    /** Shows one word in each place; an empty one is drawn as hidden. */
    public void show(List<String> words) {
        getChildren().clear();
        for (int i = 0; i < words.size(); i++) {
            HBox cell = new HBox(
                    Labels.line(Integer.toString(i + 1), "z-small", "z-subtle"),
                    Labels.line(words.get(i).isEmpty() ? "••••••" : words.get(i), "z-mono"));
            cell.getStyleClass().add("z-word");
            add(cell, i % COLUMNS, i / COLUMNS);
        }
    }
}
