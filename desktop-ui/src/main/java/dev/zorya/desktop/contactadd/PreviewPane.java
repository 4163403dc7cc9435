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

/**
 * What the checks of a pasted text found, the code to compare, and the name to save it under. The bare address of another Perun
 * program proves less, so it promises less, and nobody could compare a code.
 */
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
        boolean bare = preview.comparisonCode().isEmpty();
        VBox claim = new VBox(Labels.line(Text.of("preview.claim", preview.claimedName()), "z-title"));
        HBox head = new HBox(14, new Avatar(face, true), claim);
        head.setAlignment(Pos.CENTER_LEFT);
        name.setId("add-name");
        name.setText(preview.claimedName());
        getChildren().add(head);
        if (bare) {
            getChildren()
                    .addAll(
                            Labels.paragraph(Text.of("preview.bare.about"), "z-muted"),
                            check(Text.of("preview.bare.key")),
                            fact(Text.of("identity.reached"), preview.endpoint()));
        } else {
            claim.getChildren().add(Chip.badge(Icon.KEY, Text.of("badge.key-proven"), Tone.BUSY));
            getChildren()
                    .addAll(
                            Labels.paragraph(Text.of("preview.about"), "z-muted"),
                            code(preview),
                            check(Text.of("preview.signature")),
                            check(Text.of("preview.together")),
                            check(Text.of("preview.fresh")),
                            fact(Text.of("identity.address"), Chunks.whole(preview.address())));
        }
        getChildren().add(new VBox(6, Labels.of(Text.of("preview.name"), name), name));
        if (preview.known()) {
            getChildren()
                    .add(new Note(
                            Tone.BUSY, Icon.INFO, Text.of("preview.known"), Text.of("preview.known.about"), List.of()));
        }
        String words = bare ? Text.of("preview.save") : Text.of("preview.later");
        Button later = save(words, "add-later", preview, false, decision);
        getChildren().add(bare ? new HBox(8, Space.grow(), later) : buttons(preview, later, decision));
    }

    private static Node fact(String name, String value) {
        return new VBox(2, Labels.line(name, "z-small", "z-muted"), Labels.paragraph(value, "z-mono"));
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

    private Node buttons(ContactPreview preview, Button later, Decision decision) {
        Button differ = Buttons.danger(new Action(Text.of("preview.differ"), decision::codesDiffer));
        Button match = save(Text.of("preview.match"), "add-match", preview, true, decision);
        match.getStyleClass().add("accent");
        return new HBox(8, differ, Space.grow(), later, match);
    }

    private Button save(String words, String id, ContactPreview preview, boolean compared, Decision decision) {
        Button button = Buttons.plain(
                new Action(words, () -> decision.save(preview, name.getText().strip(), compared)));
        button.setId(id);
        button.disableProperty().bind(name.textProperty().map(String::isBlank));
        return button;
    }
}
