package dev.zorya.desktop.present;

import dev.zorya.desktop.component.AmountLabel;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.RowButton;
import dev.zorya.desktop.component.Space;
import javafx.geometry.Pos;
import javafx.scene.layout.VBox;

/** The node of an event: disc, title and second line, amount and time at the right. */
public final class EventRows {
    private EventRows() {}

    public static RowButton node(EventRow row, Runnable open) {
        VBox words = new VBox(1, Labels.line(row.title(), "z-medium"), Labels.line(row.second(), "z-small", "z-muted"));
        words.setAlignment(Pos.CENTER_LEFT);
        AmountLabel amount = row.incoming()
                ? new AmountLabel(row.amount(), "z-amount", "z-ok")
                : new AmountLabel(row.amount(), "z-amount");
        VBox right = new VBox(1, amount, Labels.line(row.time(), "z-small", "z-muted"));
        right.setAlignment(Pos.CENTER_RIGHT);
        return new RowButton(row.spoken(), open, row.icon().disc(row.tone()), Space.wide(words), right);
    }
}
