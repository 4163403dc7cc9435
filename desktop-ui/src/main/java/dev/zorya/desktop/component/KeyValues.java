package dev.zorya.desktop.component;

import java.util.Map;
import java.util.SequencedMap;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Names at the left, values at the right. */
public final class KeyValues extends VBox {
    public KeyValues() {
        super(8);
    }

    /** Values as plain text. */
    public void show(SequencedMap<String, String> pairs) {
        getChildren().clear();
        for (Map.Entry<String, String> pair : pairs.entrySet()) {
            Label value = Labels.paragraph(pair.getValue());
            add(pair.getKey(), value);
        }
    }

    public void add(String name, Node value) {
        Label label = Labels.line(name, "z-muted");
        label.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(16, label, Space.grow(), value);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren().add(row);
    }
}
