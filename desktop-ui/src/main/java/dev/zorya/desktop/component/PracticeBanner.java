package dev.zorya.desktop.component;

import dev.zorya.desktop.text.Text;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;

/** Says on every page that this is play money; cannot be closed (UI.md 2 and 8). */
public final class PracticeBanner extends HBox {
    public PracticeBanner() {
        getStyleClass().add("z-practice");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(Text.of("practice.title") + " " + Text.of("practice.sentence"));
        getChildren()
                .addAll(
                        Icon.PRACTICE.view(Tone.WAIT),
                        Labels.line(Text.of("practice.title"), "z-strong"),
                        Labels.line(Text.of("practice.sentence")));
    }
}
