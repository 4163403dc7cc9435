package dev.zorya.desktop.shell;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The one sheet over the page: darkens what is behind it, keeps the focus, gives it back at the end (UI.md 10). */
final class Sheets {
    private final StackPane scrim = new StackPane();
    private Optional<Node> focusBefore = Optional.empty();

    Sheets() {
        scrim.getStyleClass().add("z-scrim");
        scrim.setVisible(false);
        scrim.sceneProperty().addListener((o, was, scene) -> {
            if (scene != null) {
                scene.focusOwnerProperty().addListener((p, old, now) -> keepFocus(now));
            }
        });
    }

    Node view() {
        return scrim;
    }

    boolean open() {
        return scrim.isVisible();
    }

    void show(Node sheet) {
        if (!open()) {
            focusBefore = Optional.ofNullable(scrim.getScene().getFocusOwner());
        }
        if (sheet instanceof Region region) {
            region.setMaxHeight(Region.USE_PREF_SIZE);
        }
        scrim.getChildren().setAll(sheet);
        scrim.setVisible(true);
        focusFirst();
    }

    void close() {
        if (open()) {
            scrim.setVisible(false);
            scrim.getChildren().clear();
            focusBefore.ifPresent(Node::requestFocus);
            focusBefore = Optional.empty();
        }
    }

    private void keepFocus(@org.jspecify.annotations.Nullable Node now) {
        if (open() && now != null && !inside(now)) {
            focusFirst();
        }
    }

    private boolean inside(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(scrim)) {
                return true;
            }
        }
        return false;
    }

    private void focusFirst() {
        scrim.lookupAll("*").stream()
                .filter(node -> node.isFocusTraversable() && !node.isDisabled() && node.isVisible())
                .findFirst()
                .ifPresent(Node::requestFocus);
    }
}
