package dev.zorya.desktop.channels;

import dev.zorya.desktop.component.AmountLabel;
import dev.zorya.desktop.component.BalanceBar;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.PersonRow;
import dev.zorya.desktop.component.Space;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One channel in the list. */
final class ChannelCell extends ListCell<ChannelRow> {
    static final double STATE = 150;
    static final double BAR = 170;
    static final double AMOUNT = 120;
    static final double TIME = 84;

    ChannelCell(Consumer<ChannelRow> open) {
        setOnMouseClicked(event -> {
            ChannelRow row = getItem();
            if (row != null) {
                open.accept(row);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable ChannelRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (row == null || empty) {
            setGraphic(null);
            return;
        }
        setAccessibleText(row.spoken());
        setGraphic(line(row));
    }

    private static Node line(ChannelRow row) {
        VBox state = new VBox(2, row.look().chip());
        if (!row.waitsFor().isEmpty()) {
            state.getChildren().add(Labels.line(row.waitsFor(), "z-small", "z-muted"));
        }
        BalanceBar bar = BalanceBar.small();
        bar.show(row.shares(), row.hidden(), row.live(), "");
        VBox middle = new VBox(bar);
        VBox mine = new VBox(1, new AmountLabel(row.mine()));
        if (!row.pending().isEmpty()) {
            mine.getChildren().add(Labels.line(row.pending(), "z-small", "z-wait"));
        }
        VBox theirs = new VBox(new AmountLabel(row.theirs(), "z-plain-amount", "z-muted"));
        VBox time = new VBox(Labels.line(row.opened(), "z-muted"));
        HBox line = new HBox(
                Space.wide(new PersonRow(row.person())),
                column(state, STATE, Pos.CENTER_LEFT),
                column(middle, BAR, Pos.CENTER_LEFT),
                column(mine, AMOUNT, Pos.CENTER_RIGHT),
                column(theirs, AMOUNT, Pos.CENTER_RIGHT),
                column(time, TIME, Pos.CENTER_RIGHT));
        line.getStyleClass().addAll("z-row", "clickable");
        return line;
    }

    static VBox column(VBox box, double width, Pos alignment) {
        box.setAlignment(alignment);
        box.setMinWidth(width);
        box.setMaxWidth(width);
        return box;
    }
}
