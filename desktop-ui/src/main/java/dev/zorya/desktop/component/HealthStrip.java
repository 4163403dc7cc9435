package dev.zorya.desktop.component;

import dev.zorya.desktop.text.Text;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;

/** The line at the bottom: chain, watcher, identity, peers, backup (UI.md 7). */
public final class HealthStrip extends HBox {
    private List<HealthItem> items = List.of();
    private boolean narrow;

    public HealthStrip() {
        getStyleClass().add("z-strip");
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        setAccessibleText(Text.of("strip.name"));
    }

    public void show(List<HealthItem> shown) {
        if (!shown.equals(items)) {
            items = shown;
            rebuild();
        }
    }

    public void narrow(boolean isNarrow) {
        if (narrow != isNarrow) {
            narrow = isNarrow;
            rebuild();
        }
    }

    private void rebuild() {
        getChildren()
                .setAll(items.stream()
                        .filter(item -> item.shown(narrow))
                        .map(item -> Dot.before(item.sentence(), item.tone()))
                        .toList());
    }
}
