package dev.zorya.desktop.component;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Word and shape: circle good, diamond attention, square bad, ring nothing or unknown (UI.md 7). */
public final class Dot {
    private Dot() {}

    /** A word with the shape before it. */
    public static Label before(String word, Tone tone) {
        Region shape = new Region();
        shape.getStyleClass().add("z-dot");
        Label label = new Label(word, shape);
        switch (tone) {
            case NEUTRAL -> shape.getStyleClass().add("off");
            case OK, BUSY -> {}
            case WAIT, BAD -> {
                shape.getStyleClass().addAll(tone.styles());
                label.getStyleClass().addAll(tone.styles());
            }
        }
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }
}
