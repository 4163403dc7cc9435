package dev.zorya.desktop.guard;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A virtualised list whose rows open by click or Enter; as high as its rows, as far as there is room. */
final class RowList<T> extends ListView<T> {
    private final double height;
    private final Function<T, Node> line;
    private final Function<T, String> spoken;
    private final Consumer<T> open;

    /**
     * Empty at first.
     *
     * @param height of a row
     * @param spoken a row as one sentence (UI.md 10)
     */
    RowList(String id, double height, Function<T, Node> line, Function<T, String> spoken, Consumer<T> open) {
        this.height = height;
        this.line = line;
        this.spoken = spoken;
        this.open = open;
        setId(id);
        setFixedCellSize(height);
        setCellFactory(view -> new Cell());
        setOnKeyPressed(event -> {
            T row = getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && row != null) {
                open.accept(row);
            }
        });
    }

    /** Shows these; what was selected stays so while nothing changed. */
    void rows(List<T> rows) {
        if (!getItems().equals(rows)) {
            int selected = getSelectionModel().getSelectedIndex();
            getItems().setAll(rows);
            if (selected >= 0 && selected < rows.size()) {
                getSelectionModel().select(selected);
            }
        }
        double all = height * rows.size() + 2;
        setPrefHeight(all);
        setMaxHeight(all);
    }

    /** A column of fixed width, so that rows and their head stand in line. */
    static HBox column(Node node, double width, Pos alignment) {
        HBox box = new HBox(node);
        box.setFillHeight(false);
        box.setAlignment(alignment);
        box.setMinWidth(width);
        box.setMaxWidth(width);
        return box;
    }

    private final class Cell extends ListCell<T> {
        Cell() {
            // as wide as the list, whatever stands in it
            setPrefWidth(0);
            setOnMouseClicked(event -> {
                T row = getItem();
                if (row != null) {
                    open.accept(row);
                }
            });
        }

        @Override
        protected void updateItem(@Nullable T row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            if (row == null || empty) {
                setGraphic(null);
                return;
            }
            setAccessibleText(spoken.apply(row));
            setGraphic(line.apply(row));
        }
    }
}
