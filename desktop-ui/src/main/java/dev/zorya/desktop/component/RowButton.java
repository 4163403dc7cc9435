package dev.zorya.desktop.component;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;

/** A row that leads somewhere: by mouse, Enter or Space. */
public final class RowButton extends HBox {
    /** @param spoken the whole row in one sentence (UI.md 10) */
    public RowButton(String spoken, Runnable open, Node... nodes) {
        super(nodes);
        getStyleClass().addAll("z-row", "clickable");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(spoken);
        setOnMouseClicked(event -> open.run());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                open.run();
                event.consume();
            }
        });
    }
}
