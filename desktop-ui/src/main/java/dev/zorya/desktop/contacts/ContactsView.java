package dev.zorya.desktop.contacts;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.EmptyState;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Page;
import dev.zorya.desktop.component.Person;
import dev.zorya.desktop.component.PersonRow;
import dev.zorya.desktop.component.Skeleton;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.contactadd.MeetingPane;
import dev.zorya.desktop.shell.Place;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.ConnectionView;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Builds the list, with those who wait and those on their way above it, and puts the detail beside it. */
final class ContactsView {
    private static final double LIST = 340;
    private static final double ROW = 60;
    private static final int SKELETON_ROWS = 4;

    private final TextField search = new TextField();
    private final LeftTop top;
    private final ListView<Person> list = new ListView<>();
    private final StackPane detail = new StackPane();
    private final HBox columns;
    private final StackPane root = new StackPane(new Skeleton(SKELETON_ROWS));
    private final DetailPane detailPane;
    private final ContactsListener listener;
    private Object beside = "";
    private boolean quiet;

    ContactsView(ContactsListener listener) {
        this.listener = listener;
        this.detailPane = new DetailPane(listener);
        this.top = new LeftTop(listener);
        search.setId("contacts-search");
        search.setPromptText(Text.of("contacts.find"));
        search.setAccessibleText(Text.of("contacts.find"));
        search.textProperty().addListener((o, was, is) -> listener.searched(is));
        Button add =
                Buttons.plain(new Action(Text.of("contacts.add.short"), () -> listener.go(new Place.AddContact(""))));
        add.setId("contacts-add");
        add.setGraphic(Icon.ADD_CONTACT.view());
        HBox tools = new HBox(8, Space.wide(search), add);
        tools.setPadding(new Insets(12, 16, 12, 16));
        list.setId("contacts-list");
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new Cell());
        list.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null && !quiet) {
                listener.selected(is.id());
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox left = new VBox(tools, top, list);
        left.getStyleClass().add("z-list-pane");
        left.setMinWidth(LIST);
        left.setMaxWidth(LIST);
        columns = new HBox(left, Space.wide(detail));
    }

    Node node() {
        return root;
    }

    void find() {
        search.requestFocus();
    }

    /** @param meeting the contact in the making that is on display instead of a contact */
    void show(ContactsModel model, Optional<ConnectionView> meeting, When when) {
        if (model.none()) {
            root.getChildren().setAll(nobody());
            return;
        }
        top.show(model);
        quiet = true;
        if (!list.getItems().equals(model.people())) {
            list.getItems().setAll(model.people());
        }
        Optional<ContactDetail> shown = model.detail();
        meeting.ifPresentOrElse(
                one -> list.getSelectionModel().clearSelection(),
                () -> shown.ifPresent(one -> list.getSelectionModel().select(one.person())));
        quiet = false;
        meeting.ifPresentOrElse(one -> beside(one, when), () -> beside(shown));
        root.getChildren().setAll(columns);
    }

    private void beside(ConnectionView meeting, When when) {
        MeetingRow row = MeetingRow.of(meeting, when);
        if (!row.equals(beside)) {
            beside = row;
            detail.getChildren().setAll(new Page(new MeetingPane(meeting, when, listener)));
        }
    }

    private void beside(Optional<ContactDetail> shown) {
        if (!shown.equals(beside)) {
            beside = shown;
            detail.getChildren()
                    .setAll(shown.<Node>map(detailPane::page)
                            .orElseGet(() -> Labels.line(Text.of("contacts.filtered-to-nothing"), "z-muted")));
        }
    }

    private Node nobody() {
        VBox page = new VBox(new EmptyState(
                Icon.ADD_CONTACT,
                Text.of("contacts.none"),
                Text.of("contacts.none.about"),
                List.of(
                        new Action(Text.of("contacts.add"), () -> listener.go(new Place.AddContact(""))),
                        new Action(Text.of("contacts.show-my-card"), listener::showMyCard))));
        page.setAlignment(Pos.CENTER);
        return page;
    }

    private static final class Cell extends ListCell<Person> {
        @Override
        protected void updateItem(@Nullable Person person, boolean empty) {
            super.updateItem(person, empty);
            setText(null);
            if (person == null || empty) {
                setGraphic(null);
                return;
            }
            PersonRow row = new PersonRow(person, PersonRow.presence(person));
            row.getStyleClass().add("z-pick-row");
            setGraphic(row);
            setAccessibleText(person.name() + ", " + person.badge());
        }
    }
}
