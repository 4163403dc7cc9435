package dev.zorya.desktop.component;

import dev.zorya.desktop.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Picks one contact; each is shown with badge and presence, because a name is only a claim (UI.md 8). */
public final class ContactPicker extends VBox {
    private static final double HEIGHT = 54;

    private final ComboBox<Person> box = new ComboBox<>();
    private boolean quiet;

    public ContactPicker(String id, String label, Consumer<Person> picked) {
        super(6);
        box.setId(id);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setMinHeight(HEIGHT);
        box.setCellFactory(list -> new Cell());
        box.setButtonCell(new Cell());
        box.setPromptText(Text.of("picker.prompt"));
        box.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null && !quiet) {
                picked.accept(is);
            }
        });
        getChildren().addAll(Labels.of(label, box), box);
    }

    /** Shows the choice without telling the listener. */
    public void show(List<Person> people, Optional<Person> chosen) {
        quiet = true;
        if (!box.getItems().equals(people)) {
            box.getItems().setAll(people);
        }
        chosen.ifPresentOrElse(box.getSelectionModel()::select, box.getSelectionModel()::clearSelection);
        quiet = false;
    }

    private static final class Cell extends ListCell<Person> {
        @Override
        protected void updateItem(@Nullable Person person, boolean empty) {
            super.updateItem(person, empty);
            if (person == null || empty) {
                setGraphic(null);
                setText(null);
                return;
            }
            setText(null);
            setGraphic(new PersonRow(person, PersonRow.presence(person)));
            setAccessibleText(person.name() + ", " + person.badge());
        }
    }
}
