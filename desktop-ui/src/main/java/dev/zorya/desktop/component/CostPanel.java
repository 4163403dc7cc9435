package dev.zorya.desktop.component;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What it costs, before the button: each row with its time and its amount (UI.md 8; UI.md 1, rule 5). */
public final class CostPanel extends VBox {
    private final VBox rows = new VBox();

    /** @param foot the button and what stands under it */
    public CostPanel(String title, Node foot) {
        getStyleClass().addAll("z-card", "flush");
        HBox head = new HBox(Labels.line(title, "z-heading"));
        head.getStyleClass().add("z-card-head");
        VBox below = new VBox(8, foot);
        below.setPadding(new javafx.geometry.Insets(14, 16, 16, 16));
        getChildren().addAll(head, rows, below);
    }

    public void show(List<CostLine> lines) {
        rows.getChildren().setAll(lines.stream().map(CostPanel::row).toList());
    }

    private static Node row(CostLine line) {
        AmountLabel amount = new AmountLabel(line.amount());
        VBox words = new VBox(
                1, Labels.line(line.name(), "z-medium"), Labels.paragraph(line.explained(), "z-small", "z-muted"));
        words.setAlignment(Pos.CENTER_LEFT);
        HBox row = new HBox(12, Space.wide(words), amount);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPadding(new javafx.geometry.Insets(10, 16, 10, 16));
        if (line.total()) {
            row.setStyle("-fx-background-color: -color-bg-inset;");
        }
        return new VBox(Space.line(), row);
    }
}
