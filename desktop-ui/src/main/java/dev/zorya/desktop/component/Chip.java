package dev.zorya.desktop.component;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;

/** A state as tint, icon and word. Text for the screen reader, never a button (UI.md 10). */
public final class Chip extends Label {
    private Chip(String style, Icon icon, String word, Tone tone) {
        super(word, icon.view(tone));
        getStyleClass().add(style);
        getStyleClass().addAll(tone.styles());
        setAccessibleRole(AccessibleRole.TEXT);
        setMinWidth(USE_PREF_SIZE);
    }

    /** The state of a channel or payment. */
    public static Chip state(Icon icon, String word, Tone tone) {
        return new Chip("z-chip", icon, word, tone);
    }

    /** What is proven about a contact: without a tint, beside the name. */
    public static Chip badge(Icon icon, String word, Tone tone) {
        return new Chip("z-badge", icon, word, tone);
    }
}
