package dev.zorya.desktop.component;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Status note: tint, icon, a strong sentence, a plain sentence, up to two buttons (UI.md 8). Stands inside the card it is about. */
public final class Note extends HBox {
    /**
     * @param strong what is so; may be empty
     * @param plain what it means; may be empty
     */
    public Note(Tone tone, Icon icon, String strong, String plain, List<Action> actions) {
        getStyleClass().add("z-note");
        getStyleClass().addAll(tone.styles());
        VBox words = new VBox();
        if (!strong.isEmpty()) {
            words.getChildren().add(Labels.paragraph(strong, "z-medium"));
        }
        if (!plain.isEmpty()) {
            words.getChildren().add(Labels.paragraph(plain));
        }
        getChildren().addAll(icon.view(tone), Space.wide(words));
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(strong + " " + plain);
        if (!actions.isEmpty()) {
            HBox buttons = new HBox(8);
            buttons.setAlignment(Pos.CENTER_RIGHT);
            actions.forEach(action -> buttons.getChildren().add(Buttons.small(action)));
            getChildren().add(buttons);
        }
    }
}
