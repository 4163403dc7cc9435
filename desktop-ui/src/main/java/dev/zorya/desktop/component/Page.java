package dev.zorya.desktop.component;

import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The page of a screen: only it scrolls (UI.md 2). */
public final class Page extends ScrollPane {
    private static final double AIR = 20;

    private final VBox column;

    public Page(Node... nodes) {
        column = new VBox(nodes);
        column.getStyleClass().add("z-page");
        setContent(column);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        ChangeListener<Node> focus = (o, was, is) -> Platform.runLater(() -> reveal(is));
        sceneProperty().addListener((o, was, is) -> {
            if (was != null) {
                was.focusOwnerProperty().removeListener(focus);
            }
            if (is != null) {
                is.focusOwnerProperty().addListener(focus);
            }
        });
    }

    /** What is given the focus by the window, not by the person, can be out of sight: it is brought into view. */
    private void reveal(@Nullable Node focused) {
        double hidden = column.getHeight() - getViewportBounds().getHeight();
        if (focused == null || hidden <= 0 || !inside(focused)) {
            return;
        }
        Bounds place = column.sceneToLocal(focused.localToScene(focused.getBoundsInLocal()));
        double top = getVvalue() * hidden;
        double bottom = top + getViewportBounds().getHeight();
        if (place.getMaxY() <= top) {
            setVvalue(Math.max(0, place.getMinY() - AIR) / hidden);
        } else if (place.getMinY() >= bottom) {
            setVvalue(Math.min(1, (place.getMaxY() + AIR - getViewportBounds().getHeight()) / hidden));
        }
    }

    private boolean inside(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (column.equals(at)) {
                return true;
            }
        }
        return false;
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
