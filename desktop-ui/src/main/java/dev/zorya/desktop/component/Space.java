package dev.zorya.desktop.component;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The air between things. */
public final class Space {
    private Space() {}

    /** Takes what is left of a row or a column. */
    public static Region grow() {
        Region air = new Region();
        HBox.setHgrow(air, Priority.ALWAYS);
        VBox.setVgrow(air, Priority.ALWAYS);
        return air;
    }

    /** Lets a node take what is left of its row. */
    public static <T extends Node> T wide(T node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        if (node instanceof Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
        }
        return node;
    }

    /** A hairline across. */
    public static Region line() {
        Region line = new Region();
        line.getStyleClass().add("z-line");
        return line;
    }
}
