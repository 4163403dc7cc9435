package dev.zorya.desktop.component;

import javafx.scene.Node;
import javafx.scene.control.Label;

/** Text on the page: one line, a paragraph, or the label of a field. */
public final class Labels {
    private Labels() {}

    public static Label line(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** Wraps; never cut off in the middle of a sentence. */
    public static Label paragraph(String text, String... styles) {
        Label label = line(text, styles);
        label.getStyleClass().add("z-paragraph");
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    /** The label of a field: a screen reader reads it when the field has the focus. */
    public static Label of(String text, Node field) {
        Label label = line(text, "z-field-label");
        label.setLabelFor(field);
        return label;
    }
}
