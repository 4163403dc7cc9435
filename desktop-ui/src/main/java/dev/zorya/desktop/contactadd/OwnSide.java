package dev.zorya.desktop.contactadd;

import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Segments;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.shell.Desk;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.Introductions;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What this person shows: an invitation for one other person, or the card that anybody may have. */
final class OwnSide extends VBox {
    private final StackPane body = new StackPane();
    private final Label about = Labels.paragraph("", "z-muted");
    private final Desk desk;
    private final Optional<OwnInvitation> invitation;

    /** What can be given away. */
    private enum Gift {
        INVITATION,
        CARD
    }

    OwnSide(Desk desk, InvitationShelf shelf) {
        super(12);
        this.desk = desk;
        Optional<Introductions> introductions = desk.abilities().introductions();
        invitation = introductions.map(way -> new OwnInvitation(desk, way, shelf));
        HBox head = new HBox(8, Labels.line(Text.of("own.title"), "z-heading"), Space.grow());
        head.setAlignment(Pos.CENTER_LEFT);
        if (invitation.isPresent()) {
            Segments<Gift> gifts = new Segments<>(
                    "own-gift",
                    List.of(Gift.INVITATION, Gift.CARD),
                    List.of(Text.of("own.invitation"), Text.of("own.card")),
                    this::choose);
            gifts.show(Gift.INVITATION);
            head.getChildren().add(gifts);
        }
        getChildren().addAll(head, about, body);
        choose(invitation.isPresent() ? Gift.INVITATION : Gift.CARD);
    }

    private void choose(Gift gift) {
        switch (gift) {
            case INVITATION ->
                invitation.ifPresent(shown -> {
                    about.setText(Text.of("own.invitation.about"));
                    body.getChildren().setAll(shown);
                });
            case CARD -> {
                about.setText(Text.of("card.about"));
                body.getChildren().setAll(new OwnCard(desk));
            }
        }
    }

    void show(Snapshot fresh) {
        invitation.ifPresent(shown -> shown.show(fresh));
    }

    /** The one on display, or empty. */
    String invitationId() {
        return invitation.map(OwnInvitation::id).orElse("");
    }
}
