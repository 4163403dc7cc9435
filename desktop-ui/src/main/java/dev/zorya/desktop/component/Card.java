package dev.zorya.desktop.component;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A card with a heading and rows below it. */
public final class Card extends VBox {
    private final VBox rows = new VBox();

    /** @param right what stands at the right of the heading */
    public Card(String title, Node... right) {
        getStyleClass().addAll("z-card", "flush");
        HBox head = new HBox(Labels.line(title, "z-heading"), Space.grow());
        head.getStyleClass().add("z-card-head");
        head.getChildren().addAll(right);
        getChildren().addAll(head, rows);
    }

    public void rows(List<? extends Node> shown) {
        rows.getChildren().setAll(shown);
        if (!shown.isEmpty()) {
            shown.getLast().getStyleClass().add("last");
        }
    }

    /** A fact: its name in a column at the left, the value beside it. */
    public static HBox fact(String name, Node value) {
        var label = Labels.line(name, "z-muted");
        label.setMinWidth(136);
        if (value instanceof HBox box) {
            box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        }
        HBox row = new HBox(label, Space.wide(value));
        row.getStyleClass().addAll("z-row", "z-fact");
        return row;
    }

    /** A sentence instead of rows. */
    public static HBox sentence(String text) {
        HBox row = new HBox(Labels.paragraph(text, "z-muted"));
        row.getStyleClass().addAll("z-row", "z-fact");
        return row;
    }
}
