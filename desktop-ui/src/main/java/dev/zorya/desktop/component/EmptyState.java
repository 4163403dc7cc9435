package dev.zorya.desktop.component;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** An empty list: what it is, one action, one easier way (UI.md 8). */
public final class EmptyState extends VBox {
    private static final double TEXT_WIDTH = 420;

    /** @param actions the first is the main one */
    public EmptyState(Icon icon, String title, String sentence, List<Action> actions) {
        getStyleClass().add("z-empty");
        var words = Labels.paragraph(sentence, "z-muted");
        words.setMaxWidth(TEXT_WIDTH);
        words.setStyle("-fx-text-alignment: center;");
        HBox buttons = new HBox(8);
        buttons.setAlignment(Pos.CENTER);
        for (int i = 0; i < actions.size(); i++) {
            Button button = i == 0 ? Buttons.main(actions.get(i)) : Buttons.plain(actions.get(i));
            button.getStyleClass().add("large");
            buttons.getChildren().add(button);
        }
        getChildren().addAll(icon.tile(false), Labels.line(title, "z-title"), words, buttons);
    }
}
