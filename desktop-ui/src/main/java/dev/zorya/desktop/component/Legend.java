package dev.zorya.desktop.component;

import dev.zorya.desktop.money.Shown;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The name of a share with its colour, and its number below: numbers stand beside a bar, never in it (UI.md 8). */
public final class Legend extends VBox {
    private final AmountLabel amount;

    /** @param styles of the number */
    public Legend(Share.Kind kind, String name, Shown shown, String... styles) {
        this(kind, name, shown, Pos.TOP_LEFT, styles);
    }

    /** @param side {@code TOP_RIGHT} puts the colour after the name, for the right end of a bar */
    public Legend(Share.Kind kind, String name, Shown shown, Pos side, String... styles) {
        super(2);
        Region key = new Region();
        key.getStyleClass().addAll("z-key", kind.style());
        Label word = Labels.line(name, "z-muted");
        word.setGraphic(key);
        word.setGraphicTextGap(6);
        word.setMinWidth(USE_PREF_SIZE);
        boolean right = side == Pos.TOP_RIGHT;
        word.setContentDisplay(right ? ContentDisplay.RIGHT : ContentDisplay.LEFT);
        amount = new AmountLabel(shown, styles);
        setAlignment(side);
        getChildren().addAll(word, amount);
    }
}
