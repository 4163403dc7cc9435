package dev.zorya.desktop.component;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One of several ways with its explanation, drawn as a card around a radio button. */
public final class Choice extends HBox {
    private final RadioButton radio = new RadioButton();

    /** @param right cost or time at the right edge */
    public Choice(String id, ToggleGroup group, String name, String explained, Node right) {
        radio.setId(id);
        radio.setToggleGroup(group);
        radio.setAccessibleText(name + ". " + explained);
        radio.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
        VBox words = new VBox(1, Labels.line(name, "z-medium"), Labels.paragraph(explained, "z-small", "z-muted"));
        getStyleClass().add("z-choice");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(radio, Space.wide(words), right);
        setOnMouseClicked(event -> {
            if (!isDisabled()) {
                radio.setSelected(true);
                radio.requestFocus();
            }
        });
        radio.selectedProperty().addListener((o, was, is) -> mark(is));
    }

    public void select() {
        radio.setSelected(true);
    }

    /** Puts the focus on it, where the arrow keys change the choice. */
    public void focus() {
        radio.requestFocus();
    }

    public boolean selected() {
        return radio.isSelected();
    }

    private void mark(boolean selected) {
        getStyleClass().remove("chosen");
        if (selected) {
            getStyleClass().add("chosen");
        }
    }
}
