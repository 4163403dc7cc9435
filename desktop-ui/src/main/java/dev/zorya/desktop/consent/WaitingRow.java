package dev.zorya.desktop.consent;

import dev.zorya.desktop.component.Avatar;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Person;
import dev.zorya.desktop.component.RowButton;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.present.Asking;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.Waiting;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * Somebody who waits, as a row of a list.
 *
 * @param about their badge and what they want
 * @param since how long ago
 */
public record WaitingRow(Waiting waiting, Person person, String about, String since, String spoken) {
    public static WaitingRow of(Waiting waiting, Snapshot snapshot, When when) {
        String since = when.since(waiting.since());
        String title = Asking.title(waiting, snapshot);
        return new WaitingRow(
                waiting,
                Asking.person(waiting, snapshot),
                Asking.about(waiting),
                since,
                Text.of("asking.spoken", title, since));
    }

    /** The row; {@code open} shows the sheet. */
    public Node node(Runnable open) {
        VBox words = new VBox(1, Labels.line(person.name(), "z-medium"), Labels.line(about, "z-small", "z-muted"));
        words.setAlignment(Pos.CENTER_LEFT);
        return new RowButton(
                spoken,
                open,
                new Avatar(person.face(), false),
                Space.wide(words),
                Labels.line(since, "z-small", "z-muted"));
    }
}
