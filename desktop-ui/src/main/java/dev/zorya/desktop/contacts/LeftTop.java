package dev.zorya.desktop.contacts;

import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.text.Text;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** Above the contacts: who waits for this person, and who is on the way to becoming a contact. Takes no more than half of the list. */
final class LeftTop extends ScrollPane {
    private static final double ROW = 57;
    private static final double HEADING = 34;
    private static final double MOST = 272;

    private final VBox rows = new VBox();
    private final ContactsListener listener;
    private List<?> shown = List.of();

    LeftTop(ContactsListener listener) {
        this.listener = listener;
        setContent(rows);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setId("contacts-top");
    }

    void show(ContactsModel model) {
        List<?> facts = List.of(model.waiting(), model.meetings());
        if (facts.equals(shown) && !rows.getChildren().isEmpty()) {
            return;
        }
        shown = facts;
        List<Node> nodes = new ArrayList<>();
        if (!model.waiting().isEmpty()) {
            nodes.add(heading(Text.of("contacts.waiting")));
            model.waiting().forEach(row -> nodes.add(row.node(() -> listener.review(row.waiting()))));
        }
        if (!model.meetings().isEmpty()) {
            nodes.add(heading(Text.of("contacts.on-their-way")));
            model.meetings()
                    .forEach(row -> nodes.add(row.node(
                            () -> listener.selectedMeeting(row.connection().id()))));
        }
        if (!nodes.isEmpty() && !model.people().isEmpty()) {
            nodes.add(heading(Text.of("place.contacts")));
        }
        rows.getChildren().setAll(nodes);
        long headings = nodes.stream().filter(Label.class::isInstance).count();
        double height = headings * HEADING + (nodes.size() - headings) * ROW;
        setPrefHeight(Math.min(MOST, height));
        setMinHeight(Math.min(MOST, height));
        setMaxHeight(Math.min(MOST, height));
    }

    private static Node heading(String words) {
        var label = Labels.line(words, "z-day");
        label.setMinHeight(HEADING);
        label.setMaxHeight(HEADING);
        return label;
    }
}
