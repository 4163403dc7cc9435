package dev.zorya.desktop.component;

import dev.zorya.desktop.text.Text;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The comparison code, 4 + 4, spelled letter by letter for the screen reader (UI.md 10). */
public final class ComparisonCode {
    private ComparisonCode() {}

    /** The code of two wallets, as {@code K7QM 3TXD}, with the way to compare it. */
    public static Node box(String code) {
        Label shown = Labels.line(code.replace(" ", " · "), "z-code");
        shown.setAccessibleRole(AccessibleRole.TEXT);
        shown.setAccessibleText(String.join(" ", code.replace(" ", "").split("")));
        VBox box = new VBox(
                8,
                Labels.line(Text.of("preview.code"), "z-medium"),
                shown,
                Labels.paragraph(Text.of("preview.code.how"), "z-small", "z-muted"));
        box.getStyleClass().add("z-inset");
        box.setAlignment(Pos.CENTER);
        return box;
    }
}
