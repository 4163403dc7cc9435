package dev.zorya.desktop.guard;

import dev.zorya.desktop.component.AmountLabel;
import dev.zorya.desktop.component.EmptyState;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Note;
import dev.zorya.desktop.component.PersonRow;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.text.Text;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The watcher: how it is, what it has to keep for fees, and each channel that it guards. */
final class WatcherPane extends VBox {
    private static final double ROW = 58;
    private static final double STATE = 160;
    private static final double FACT = 130;
    private static final double AMOUNT = 120;

    private final HBox facts = new HBox(16);
    private final VBox advice = new VBox();
    private final RowList<GuardRow> list;
    private final VBox table;

    /** @param open shows the channel with this key */
    WatcherPane(Consumer<String> open) {
        super(16);
        list = new RowList<>("guard-list", ROW, WatcherPane::line, GuardRow::spoken, row -> open.accept(row.key()));
        table = new VBox(head(), list);
        table.getStyleClass().addAll("z-card", "flush");
        VBox.setVgrow(list, Priority.ALWAYS);
    }

    void show(WatcherModel model) {
        Label watcher = Labels.line(model.watcher().word(), "z-heading");
        watcher.setGraphic(model.watcher().icon().view(model.watcher().tone()));
        watcher.setId("guard-watcher");
        facts.getChildren()
                .setAll(
                        fact(Text.of("guard.watcher"), watcher, model.about()),
                        fact(Text.of("guard.block"), Labels.line(model.block(), "z-heading"), model.age()),
                        fact(Text.of("guard.reserve"), Labels.line(model.reserve(), "z-heading"), model.account()));
        advice.getChildren()
                .setAll(
                        model.isShort()
                                ? new Note(Tone.WAIT, Icon.STOPPED, "", model.advice(), List.of())
                                : Labels.paragraph(model.advice(), "z-small", "z-muted"));
        list.rows(model.rows());
        getChildren().setAll(facts, advice, model.rows().isEmpty() ? nothing() : table);
    }

    private static Node fact(String name, Label value, String second) {
        VBox card =
                new VBox(4, Labels.line(name, "z-small", "z-muted"), value, Labels.line(second, "z-small", "z-muted"));
        card.getStyleClass().add("z-card");
        card.setPrefWidth(1); // equal parts
        return Space.wide(card);
    }

    private static Node nothing() {
        return new EmptyState(Icon.GUARD, Text.of("guard.none"), Text.of("guard.none.about"), List.of());
    }

    private static HBox head() {
        HBox head = new HBox(
                Space.wide(Labels.line(Text.of("guard.head.channel"))),
                RowList.column(Labels.line(Text.of("guard.head.guard")), STATE, Pos.CENTER_LEFT),
                RowList.column(Labels.line(Text.of("guard.head.enforces")), FACT, Pos.CENTER_LEFT),
                RowList.column(Labels.line(Text.of("guard.head.fees")), AMOUNT, Pos.CENTER_RIGHT),
                RowList.column(Labels.line(Text.of("guard.head.pays")), AMOUNT, Pos.CENTER_RIGHT));
        head.getStyleClass().add("z-table-head");
        return head;
    }

    private static Node line(GuardRow row) {
        VBox state =
                new VBox(2, row.look().chip(), Labels.line(Text.of("guard.since", row.since()), "z-small", "z-muted"));
        VBox enforces = new VBox(2, Labels.line(row.version()), Labels.line(row.time(), "z-small", "z-muted"));
        Node reserve = row.reserve() == null
                ? Labels.line(Text.of("guard.unknown"), "z-muted")
                : new AmountLabel(row.reserve(), "z-plain-amount", "z-muted");
        Node pays = row.pays() == null ? Labels.line(Text.of("guard.unknown"), "z-muted") : new AmountLabel(row.pays());
        HBox line = new HBox(
                Space.wide(new PersonRow(row.person())),
                RowList.column(state, STATE, Pos.CENTER_LEFT),
                RowList.column(enforces, FACT, Pos.CENTER_LEFT),
                RowList.column(reserve, AMOUNT, Pos.CENTER_RIGHT),
                RowList.column(pays, AMOUNT, Pos.CENTER_RIGHT));
        line.getStyleClass().addAll("z-row", "z-guard-row", "clickable");
        return line;
    }
}
