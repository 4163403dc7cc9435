package dev.zorya.desktop.contactadd;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Avatar;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.ComparisonCode;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.ident.Chunks;
import dev.zorya.desktop.present.People;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.ContactView;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Both have proven themselves: the code to compare, and the name to keep. */
final class MetPane extends VBox {
    private final TextField name = new TextField();

    /** What the comparison says. */
    interface Listener {
        void match(ContactView contact, String name);

        void later(ContactView contact, String name);

        /** Somebody is between the two. */
        void differ(ContactView contact);
    }

    MetPane(ContactView contact, Listener listener) {
        super(14);
        var person = People.of(contact);
        HBox head = new HBox(
                14,
                new Avatar(person.face(), true),
                new VBox(Labels.line(person.name(), "z-title"), person.badgeChip()));
        head.setAlignment(Pos.CENTER_LEFT);
        name.setId("add-name");
        name.setText(contact.name());
        getChildren()
                .addAll(
                        head,
                        ComparisonCode.box(contact.comparisonCode()),
                        new HBox(8, Icon.DONE.view(Tone.OK), Labels.paragraph(Text.of("preview.together"))),
                        new HBox(8, Icon.DONE.view(Tone.OK), Labels.paragraph(Text.of("met.fresh"))),
                        new VBox(
                                2,
                                Labels.line(Text.of("identity.address"), "z-small", "z-muted"),
                                Labels.paragraph(Chunks.whole(contact.address()), "z-mono")),
                        new VBox(6, Labels.of(Text.of("preview.name"), name), name),
                        buttons(contact, listener));
    }

    private HBox buttons(ContactView contact, Listener listener) {
        Button differ = Buttons.danger(new Action(Text.of("preview.differ"), () -> listener.differ(contact)));
        differ.setId("met-differ");
        Button later = Buttons.plain(new Action(Text.of("preview.later"), () -> listener.later(contact, typed())));
        later.setId("met-later");
        Button match = Buttons.plain(new Action(Text.of("preview.match"), () -> listener.match(contact, typed())));
        match.setId("met-match");
        match.getStyleClass().add("accent");
        later.disableProperty().bind(name.textProperty().map(String::isBlank));
        match.disableProperty().bind(name.textProperty().map(String::isBlank));
        return new HBox(8, differ, Space.grow(), later, match);
    }

    private String typed() {
        return name.getText().strip();
    }
}
