package dev.zorya.desktop.component;

import dev.zorya.desktop.text.Text;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Avatar, name and badge: how a contact looks wherever it stands. */
public final class PersonRow extends HBox {
    private static final double GAP = 12;

    /** @param right what follows at the right, beside the name */
    public PersonRow(Person person, Node... right) {
        super(GAP);
        setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(Labels.line(person.name(), "z-medium"), person.badgeChip());
        words.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(new Avatar(person.face(), false), Space.wide(words));
        getChildren().addAll(right);
    }

    /** The dot and word that say whether a contact can be reached. */
    public static Label presence(Person person) {
        Label dot = person.online()
                ? Dot.before(Text.of("person.online"), Tone.OK)
                : Dot.before(Text.of("person.offline"), Tone.NEUTRAL);
        dot.getStyleClass().add("z-muted");
        return dot;
    }
}
