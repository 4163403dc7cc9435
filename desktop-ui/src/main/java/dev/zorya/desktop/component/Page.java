package dev.zorya.desktop.component;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The page of a screen: only it scrolls (UI.md 2). */
public final class Page extends ScrollPane {
    private final VBox column;

    public Page(Node... nodes) {
        column = new VBox(nodes);
        column.getStyleClass().add("z-page");
        setContent(column);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
    }

    /** No wider than this, at the left. */
    public Page atMost(double width) {
        column.setMaxWidth(width);
        return this;
    }

    /** The page is at least as high as its window, so that something in it can grow. */
    public Page filling() {
        setFitToHeight(true);
        return this;
    }
}
