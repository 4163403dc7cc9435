package dev.zorya.desktop.guard;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Copyable;
import dev.zorya.desktop.component.EmptyState;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.ident.Chunks;
import dev.zorya.desktop.text.Text;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The wallet's own transactions, the one that changed last first. */
final class TransactionsPane extends VBox {
    private static final KeyCodeCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final double ROW = 74;
    private static final double STATE = 124;
    private static final double HASH = 178;
    private static final double COST = 150;

    private final RowList<TransactionRow> list;
    private final VBox table;
    private final Button older;
    private final Consumer<String> copied;

    /**
     * Empty at first.
     *
     * @param open shows the channel with this key
     * @param copied told what was copied
     */
    TransactionsPane(Consumer<String> open, Runnable more, Consumer<String> copied) {
        super(12);
        this.copied = copied;
        list = new RowList<>("transactions-list", ROW, this::line, TransactionRow::spoken, row -> {
            if (!row.channelKey().isEmpty()) {
                open.accept(row.channelKey());
            }
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            TransactionRow row = list.getSelectionModel().getSelectedItem();
            if (COPY.match(event) && row != null) {
                Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, row.hash()));
                copied.accept(Text.of("transactions.hash"));
                event.consume();
            }
        });
        table = new VBox(list);
        table.getStyleClass().addAll("z-card", "flush");
        VBox.setVgrow(list, Priority.ALWAYS);
        older = Buttons.plain(new Action(Text.of("activity.older"), more));
        older.setId("transactions-older");
    }

    void show(List<TransactionRow> rows, boolean more) {
        list.rows(rows);
        if (rows.isEmpty()) {
            getChildren()
                    .setAll(new EmptyState(
                            Icon.ACTIVITY,
                            Text.of("transactions.none"),
                            Text.of("transactions.none.about"),
                            List.of()));
            return;
        }
        getChildren().setAll(Labels.paragraph(Text.of("transactions.about"), "z-small", "z-muted"), table);
        if (more) {
            getChildren().add(older);
        }
    }

    private Node line(TransactionRow row) {
        VBox words =
                new VBox(2, Labels.line(row.sentence(), "z-medium"), Labels.paragraph(row.why(), "z-small", "z-muted"));
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        VBox cost = new VBox(2, Labels.line(row.fee()), Labels.line(row.time(), "z-small", "z-muted"));
        cost.setAlignment(Pos.CENTER_RIGHT);
        Copyable hash = new Copyable(Text.of("transactions.hash"), Chunks.brief(row.hash()), row.hash(), copied);
        // whoever copies does not want to go anywhere
        hash.setOnMouseClicked(Event::consume);
        HBox line = new HBox(
                Space.wide(words),
                RowList.column(row.look().chip(), STATE, Pos.CENTER_LEFT),
                RowList.column(hash, HASH, Pos.CENTER_LEFT),
                RowList.column(cost, COST, Pos.CENTER_RIGHT));
        line.getStyleClass().addAll("z-row", "z-guard-row");
        return line;
    }
}
