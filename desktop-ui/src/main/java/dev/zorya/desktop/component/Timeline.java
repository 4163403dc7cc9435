package dev.zorya.desktop.component;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What happened when: a dot with an icon, one sentence, the time at the right, the evidence below (UI.md 8). */
public final class Timeline extends VBox {
    private static final double ROW_GAP = 14;

    public Timeline() {
        getStyleClass().add("z-timeline");
    }

    public void show(List<TimelineItem> items) {
        getChildren().clear();
        for (int i = 0; i < items.size(); i++) {
            getChildren().add(row(items.get(i), i == items.size() - 1));
        }
    }

    private static HBox row(TimelineItem item, boolean last) {
        StackPane dot = item.icon().disc(item.tone());
        dot.getStyleClass().add("tiny");
        if (item.future()) {
            dot.getStyleClass().add("next");
        }
        VBox rail = new VBox(2, dot);
        rail.setAlignment(Pos.TOP_CENTER);
        if (!last) {
            Region stem = new Region();
            stem.getStyleClass().add("stem");
            VBox.setVgrow(stem, Priority.ALWAYS);
            rail.getChildren().add(stem);
        }
        HBox first = new HBox(
                8,
                Space.wide(Labels.paragraph(item.sentence(), "z-medium")),
                Labels.line(item.time(), "z-small", "z-subtle"));
        VBox words = new VBox(1, first);
        if (!item.second().isEmpty()) {
            words.getChildren().add(Labels.paragraph(item.second(), "z-small", "z-muted"));
        }
        words.setPadding(new javafx.geometry.Insets(0, 0, last ? 0 : ROW_GAP, 0));
        HBox row = new HBox(rail, Space.wide(words));
        row.getStyleClass().add("item");
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(item.sentence() + ", " + item.time() + ". " + item.second());
        return row;
    }
}
