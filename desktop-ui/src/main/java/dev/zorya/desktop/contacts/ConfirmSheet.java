package dev.zorya.desktop.contacts;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Space;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A question about one contact, with what the answer means. Enter does not answer it. */
final class ConfirmSheet extends VBox {
    private static final double WIDTH = 520;

    /** @param body what the person looks at or types, between the words and the buttons */
    ConfirmSheet(String title, String about, Node body, Action keep, Action act, boolean danger) {
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
