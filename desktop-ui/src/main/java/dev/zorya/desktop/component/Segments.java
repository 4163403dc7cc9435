package dev.zorya.desktop.component;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A few choices side by side; one is always taken. Radio buttons for the screen reader (UI.md 10). */
public final class Segments<T> extends HBox {
    private final ToggleGroup group = new ToggleGroup();
    private boolean quiet;

    /**
     * @param id prefix of the ids of the buttons: id-0, id-1 and so on
     * @param options in order, with {@code labels} beside them
     */
    public Segments(String id, List<T> options, List<String> labels, Consumer<T> chosen) {
        getStyleClass().add("z-seg");
        setMaxWidth(Region.USE_PREF_SIZE);
        for (int i = 0; i < options.size(); i++) {
            T option = options.get(i);
            ToggleButton button = new ToggleButton(labels.get(i));
            button.setId(id + "-" + i);
            button.setUserData(option);
            button.setToggleGroup(group);
            button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
            button.setMinWidth(Region.USE_PREF_SIZE);
            getChildren().add(button);
        }
        group.selectedToggleProperty().addListener((o, was, is) -> {
            if (is == null) {
                group.selectToggle(was);
            } else if (!quiet) {
                chosen.accept(options.get(group.getToggles().indexOf(is)));
            }
        });
    }

    /** Shows a choice without telling the listener. */
    public void show(T option) {
        quiet = true;
        group.getToggles().stream()
                .filter(toggle -> option.equals(toggle.getUserData()))
                .findFirst()
                .ifPresent(group::selectToggle);
        quiet = false;
    }

    /** Changes a word, for instance when it holds a count. */
    public void label(int index, String label) {
        ((ToggleButton) getChildren().get(index)).setText(label);
    }
}
