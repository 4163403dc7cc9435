package dev.zorya.desktop.shell;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.KeyValues;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.text.Text;
import java.util.List;
import javafx.scene.layout.VBox;

/** Every shortcut in one list (UI.md 9). */
final class HelpSheet extends VBox {
    private static final double WIDTH = 460;

    HelpSheet(List<Shortcut> shortcuts, Runnable close) {
        getStyleClass().add("z-sheet");
        setMaxWidth(WIDTH);
        KeyValues rows = new KeyValues();
        shortcuts.forEach(shortcut ->
                rows.add(shortcut.words(), Labels.line(shortcut.keys().getDisplayText(), "z-mono")));
        getChildren()
                .addAll(
                        Labels.line(Text.of("keys.title"), "z-sheet-title"),
                        rows,
                        Buttons.main(new Action(Text.of("keys.done"), close)));
    }
}
