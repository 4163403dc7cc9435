package dev.zorya.desktop.channels;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.BalanceBar;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.EmptyState;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Legend;
import dev.zorya.desktop.component.Note;
import dev.zorya.desktop.component.Segments;
import dev.zorya.desktop.component.Share;
import dev.zorya.desktop.component.Skeleton;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.shell.Place;
import dev.zorya.desktop.text.Text;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Builds the nodes of the channel list. */
final class ChannelsView {
    private static final double ROW = 58;
    private static final int SKELETON_ROWS = 3;

    private final HBox summary = new HBox(28);
    private final BalanceBar capacity = BalanceBar.where();
    private final VBox note = new VBox();
    private final Segments<Filter> segments;
    private final TextField search = new TextField();
    private final ListView<ChannelRow> list = new ListView<>();
    private final VBox table;
    private final VBox column = new VBox(16);
    private final StackPane root = new StackPane(new Skeleton(SKELETON_ROWS));
    private final Button open;
    private final Consumer<Place> go;
    private final Runnable clear;

    ChannelsView(Consumer<Place> go, Consumer<Filter> filter, Consumer<String> searched, Runnable clear) {
        this.go = go;
        this.clear = clear;
        segments = new Segments<>(
                "channels-filter",
                List.of(Filter.values()),
                List.of(word(Filter.ACTIVE), word(Filter.NEEDS_YOU), word(Filter.SETTLED), word(Filter.ALL)),
                filter);
        segments.show(Filter.ACTIVE);
        search.setId("channels-search");
        search.setPromptText(Text.of("channels.find"));
        search.setAccessibleText(Text.of("channels.find"));
        search.setPrefWidth(220);
        search.textProperty().addListener((o, was, is) -> searched.accept(is));
        open = Buttons.plain(new Action(Text.of("channels.open"), () -> go.accept(new Place.OpenChannel(""))));
        open.setId("channels-open");
        open.setGraphic(Icon.ADD.view());
        list.setId("channels-list");
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new ChannelCell(row -> go.accept(new Place.Channel(row.key()))));
        list.setOnKeyPressed(event -> {
            ChannelRow row = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && row != null) {
                go.accept(new Place.Channel(row.key()));
            }
        });
        table = new VBox(head(), list);
        table.getStyleClass().addAll("z-card", "flush");
        VBox.setVgrow(list, Priority.ALWAYS);
        column.getStyleClass().add("z-page");
    }

    Node node() {
        return root;
    }

    void find() {
        search.requestFocus();
    }

    void clearSearch() {
        search.clear();
        segments.show(Filter.ALL);
    }

    void show(ChannelsModel model, Filter filter) {
        if (model.none()) {
            root.getChildren().setAll(nothing());
            return;
        }
        summary.getChildren()
                .setAll(
                        legend(Share.Kind.MINE, Text.of("channels.can-send"), model.canSend()),
                        legend(Share.Kind.THEIRS, Text.of("channels.can-receive"), model.canReceive()),
                        legend(Share.Kind.PENDING, Text.of("channel.pending"), model.pending()),
                        legend(Share.Kind.SETTLING, Text.of("home.in-settlement"), model.inSettlement()),
                        Space.grow(),
                        open);
        summary.setAlignment(Pos.CENTER_LEFT);
        open.setDisable(!model.chainTrouble().isEmpty());
        capacity.show(model.capacity(), model.rows().stream().anyMatch(ChannelRow::hidden), true, "");
        int index = 0;
        for (Filter each : Filter.values()) {
            int count = model.counts().getOrDefault(each, 0);
            segments.label(index++, each == Filter.ALL ? word(each) : Text.of("channels.counted", word(each), count));
        }
        segments.show(filter);
        note.getChildren()
                .setAll(
                        model.chainTrouble().isEmpty()
                                ? List.of()
                                : List.of(new Note(
                                        Tone.BAD, Icon.NO_CHAIN, model.chainTrouble(), model.footnote(), List.of())));
        if (!list.getItems().equals(model.rows())) {
            list.getItems().setAll(model.rows());
        }
        double rows = ROW * model.rows().size() + 2;
        list.setPrefHeight(rows);
        list.setMaxHeight(rows);
        column.getChildren().setAll(note, summary, capacity, new HBox(10, segments, search), body(model));
        root.getChildren().setAll(column);
    }

    private Node body(ChannelsModel model) {
        if (!model.rows().isEmpty()) {
            return table;
        }
        return new HBox(
                8,
                Labels.line(Text.of("channels.filtered-to-nothing"), "z-muted"),
                Buttons.link(new Action(Text.of("channels.clear"), clear)));
    }

    private Node nothing() {
        return new EmptyState(
                Icon.CHANNELS,
                Text.of("channels.none"),
                Text.of("channels.none.about"),
                List.of(
                        new Action(Text.of("channels.open"), () -> go.accept(new Place.OpenChannel(""))),
                        new Action(Text.of("contacts.add"), () -> go.accept(new Place.AddContact("")))));
    }

    private static Legend legend(Share.Kind kind, String name, dev.zorya.desktop.money.Shown amount) {
        return new Legend(kind, name, amount, "z-summary");
    }

    private static String word(Filter filter) {
        return switch (filter) {
            case ACTIVE -> Text.of("channels.filter.active");
            case NEEDS_YOU -> Text.of("channels.filter.needs-you");
            case SETTLED -> Text.of("channels.filter.settled");
            case ALL -> Text.of("channels.filter.all");
        };
    }

    private static HBox head() {
        HBox head = new HBox(
                Space.wide(Labels.line(Text.of("channels.head.contact"))),
                cell(Text.of("channels.head.state"), ChannelCell.STATE, Pos.CENTER_LEFT),
                cell(Text.of("channels.head.balance"), ChannelCell.BAR, Pos.CENTER_LEFT),
                cell(Text.of("channels.head.yours"), ChannelCell.AMOUNT, Pos.CENTER_RIGHT),
                cell(Text.of("channels.head.theirs"), ChannelCell.AMOUNT, Pos.CENTER_RIGHT),
                cell(Text.of("channels.head.opened"), ChannelCell.TIME, Pos.CENTER_RIGHT));
        head.getStyleClass().add("z-table-head");
        return head;
    }

    private static VBox cell(String word, double width, Pos alignment) {
        return ChannelCell.column(new VBox(Labels.line(word)), width, alignment);
    }
}
