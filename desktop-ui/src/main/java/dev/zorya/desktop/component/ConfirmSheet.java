package dev.zorya.desktop.component;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A question with what the answer means (UI.md 8). Enter does not answer it. */
public final class ConfirmSheet extends VBox {
    private static final double WIDTH = 520;

    /** @param body what the person looks at or types, between the words and the buttons */
    public ConfirmSheet(String title, String about, Node body, Action keep, Action act, boolean danger) {
        getStyleClass().add("z-sheet");
        setMaxWidth(WIDTH);
        var button = danger ? Buttons.danger(act) : Buttons.plain(act);
        if (!danger) {
            button.getStyleClass().add("accent");
        }
        button.setId("confirm-act");
        getChildren()
                .addAll(
                        Labels.paragraph(title, "z-sheet-title"),
                        Labels.paragraph(about, "z-muted"),
                        body,
                        new HBox(8, Space.grow(), Buttons.plain(keep), button));
    }
}
