package dev.zorya.desktop.component;

import java.util.Map;
import java.util.SequencedMap;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

/** A field with known answers to pick from; another one can be typed. */
public final class PickOrType extends VBox {
    private final ComboBox<String> box = new ComboBox<>();
    private final SequencedMap<String, String> names;

    /**
     * The first answer is taken at first.
     *
     * @param names what a person reads, by what it stands for
     */
    public PickOrType(String id, String label, SequencedMap<String, String> names) {
        super(6);
        this.names = names;
        box.setId(id);
        box.setEditable(true);
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(names.sequencedValues());
        getChildren().addAll(Labels.of(label, box), box);
        if (!names.isEmpty()) {
            box.getEditor().setText(names.firstEntry().getValue());
        }
    }

    /** What the picked name stands for, or what was typed. */
    public String value() {
        String typed = box.getEditor().getText().strip();
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(typed))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(typed);
    }

    public void value(String value) {
        box.getEditor().setText(names.getOrDefault(value, value));
    }
}
