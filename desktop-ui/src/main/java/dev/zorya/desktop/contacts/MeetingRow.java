package dev.zorya.desktop.contacts;

import dev.zorya.desktop.component.Avatar;
import dev.zorya.desktop.component.Chip;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.RowButton;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.ident.Face;
import dev.zorya.desktop.present.Look;
import dev.zorya.desktop.present.Meetings;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.ConnectionView;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * A contact in the making, as a row.
 *
 * @param look state with its age
 */
record MeetingRow(ConnectionView connection, String name, Look look) {
    static MeetingRow of(ConnectionView connection, When when) {
        return new MeetingRow(connection, Meetings.name(connection), Meetings.look(connection, when));
    }

    Node node(Runnable open) {
        VBox words = new VBox(1, Labels.line(name, "z-medium"), badge());
        words.setAlignment(Pos.CENTER_LEFT);
        return new RowButton(
                Text.of("asking.spoken", name, look.word()),
                open,
                new Avatar(Face.of(name, connection.id()), false),
                Space.wide(words));
    }

    private Node badge() {
        return Chip.badge(look.icon(), look.word(), look.tone());
    }
}
