package dev.zorya.desktop.contactadd;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Avatar;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Chip;
import dev.zorya.desktop.component.ComparisonCode;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Note;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.ident.Chunks;
import dev.zorya.desktop.ident.Face;
import dev.zorya.desktop.present.Badges;
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
 * What was pasted, by its kind: a card with the code to compare; an invitation, which is only a name until it is used; the bare
 * address of another Perun program, which proves less, so it promises less. And the name to keep it under.
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
        VBox claim = new VBox(Labels.line(Text.of("preview.claim", preview.claimedName()), "z-title"));
        HBox head = new HBox(14, new Avatar(Face.of(preview.claimedName(), preview.did()), true), claim);
        head.setAlignment(Pos.CENTER_LEFT);
        name.setId("add-name");
        name.setText(preview.claimedName());
        getChildren().add(head);
        HBox buttons = switch (preview.kind()) {
            case CARD -> card(preview, claim, decision);
            case BARE_ADDRESS -> bare(preview, decision);
            case INVITATION -> invitation(Text.of("preview.invitation.about"), preview, claim, decision);
            case AGENT_INVITATION -> invitation(Text.of("preview.agent.about"), preview, claim, decision);
        };
        getChildren().add(new VBox(6, Labels.of(Text.of("preview.name"), name), name));
        if (preview.known()) {
            getChildren()
                    .add(new Note(
                            Tone.BUSY, Icon.INFO, Text.of("preview.known"), Text.of("preview.known.about"), List.of()));
        }
        getChildren().add(buttons);
    }

    private HBox card(ContactPreview preview, VBox claim, Decision decision) {
        claim.getChildren().add(Chip.badge(Icon.KEY, Text.of("badge.key-proven"), Tone.BUSY));
        getChildren()
                .addAll(
                        Labels.paragraph(Text.of("preview.about"), "z-muted"),
                        ComparisonCode.box(preview.comparisonCode()),
                        check(Text.of("preview.signature")),
                        check(Text.of("preview.together")),
                        check(Text.of("preview.fresh")),
                        fact(Text.of("identity.address"), Chunks.whole(preview.address())));
        return buttons(preview, save(Text.of("preview.later"), "add-later", preview, false, decision), decision);
    }

    private HBox bare(ContactPreview preview, Decision decision) {
        getChildren()
                .addAll(
                        Labels.paragraph(Text.of("preview.bare.about"), "z-muted"),
                        check(Text.of("preview.bare.key")),
                        fact(Text.of("identity.reached"), preview.endpoint()));
        return new HBox(8, Space.grow(), save(Text.of("preview.save"), "add-later", preview, false, decision));
    }

    /** There is only a name so far, and a name is a claim; the proofs follow once it is used. */
    private HBox invitation(String about, ContactPreview preview, VBox claim, Decision decision) {
        claim.getChildren().add(Badges.unverified().chip());
        getChildren().add(Labels.paragraph(about, "z-muted"));
        Button accept = save(Text.of("preview.connect"), "add-connect", preview, false, decision);
        accept.getStyleClass().add("accent");
        return new HBox(8, Space.grow(), accept);
    }

    private static Node fact(String name, String value) {
        return new VBox(2, Labels.line(name, "z-small", "z-muted"), Labels.paragraph(value, "z-mono"));
    }

    private static Node check(String sentence) {
        return new HBox(8, Icon.DONE.view(Tone.OK), Labels.paragraph(sentence));
    }

    private HBox buttons(ContactPreview preview, Button later, Decision decision) {
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
