package dev.zorya.desktop.contactadd;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Avatar;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Chip;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Note;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.ident.Chunks;
import dev.zorya.desktop.ident.Face;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.ContactPreview;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What the checks of a pasted text found, the code to compare, and the name to save it under. */
final class PreviewPane extends VBox {
    private final TextField name = new TextField();

    /** What the person decides. */
    interface Decision {
        void save(ContactPreview preview, String name, boolean compared);

        void codesDiffer();
    }

    PreviewPane(ContactPreview preview, Decision decision) {
        super(14);
        Face face = Face.of(preview.claimedName(), preview.did());
        VBox claim = new VBox(
                Labels.line(Text.of("preview.claim", preview.claimedName()), "z-title"),
                Chip.badge(Icon.KEY, Text.of("badge.key-proven"), Tone.BUSY));
        HBox head = new HBox(14, new Avatar(face, true), claim);
        head.setAlignment(Pos.CENTER_LEFT);
        name.setId("add-name");
        name.setText(preview.claimedName());
        getChildren()
                .addAll(
                        head,
                        Labels.paragraph(Text.of("preview.about"), "z-muted"),
                        code(preview),
                        check(Text.of("preview.signature")),
                        check(Text.of("preview.together")),
                        check(Text.of("preview.fresh")),
                        new VBox(
                                2,
                                Labels.line(Text.of("identity.address"), "z-small", "z-muted"),
                                Labels.paragraph(Chunks.whole(preview.address()), "z-mono")),
                        new VBox(6, Labels.of(Text.of("preview.name"), name), name));
        if (preview.known()) {
            getChildren()
                    .add(new Note(
                            Tone.BUSY, Icon.INFO, Text.of("preview.known"), Text.of("preview.known.about"), List.of()));
        }
        getChildren().add(buttons(preview, decision));
    }

    private static Node code(ContactPreview preview) {
        VBox box = new VBox(
                8,
                Labels.line(Text.of("preview.code"), "z-medium"),
                Labels.line(preview.comparisonCode(), "z-code"),
                Labels.paragraph(Text.of("preview.code.how"), "z-small", "z-muted"));
        box.getStyleClass().add("z-inset");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private static Node check(String sentence) {
        return new HBox(8, Icon.DONE.view(Tone.OK), Labels.paragraph(sentence));
    }

    private Node buttons(ContactPreview preview, Decision decision) {
        Button differ = Buttons.danger(new Action(Text.of("preview.differ"), decision::codesDiffer));
        Button later = Buttons.plain(new Action(
                Text.of("preview.later"),
                () -> decision.save(preview, name.getText().strip(), false)));
        later.setId("add-later");
        Button match = Buttons.plain(new Action(
                Text.of("preview.match"),
                () -> decision.save(preview, name.getText().strip(), true)));
        match.setId("add-match");
        match.getStyleClass().add("accent");
        later.disableProperty().bind(name.textProperty().map(String::isBlank));
        match.disableProperty().bind(name.textProperty().map(String::isBlank));
        return new HBox(8, differ, Space.grow(), later, match);
    }
}
