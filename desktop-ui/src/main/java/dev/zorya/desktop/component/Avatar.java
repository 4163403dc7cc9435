package dev.zorya.desktop.component;

import dev.zorya.desktop.ident.Face;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;

/** White initials on the colour of the DID (UI.md 4). Decorative: the name stands beside it. */
public final class Avatar extends Label {
    public Avatar(Face face, boolean large) {
        super(face.initials());
        getStyleClass().addAll("z-avatar", "c" + face.colour());
        if (large) {
            getStyleClass().add("large");
        }
        setAccessibleRole(AccessibleRole.NODE);
    }
}
