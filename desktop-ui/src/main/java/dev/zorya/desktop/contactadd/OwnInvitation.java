package dev.zorya.desktop.contactadd;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.ProblemNote;
import dev.zorya.desktop.component.QrCard;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.shell.Desk;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.Introductions;
import dev.zorya.wallet.api.Invitation;
import dev.zorya.wallet.api.WalletProblem;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.VBox;

/** An invitation for one person, made when there is none that waits: being made, there to be used, used, or not to be had. */
final class OwnInvitation extends VBox {
    private final Desk desk;
    private final Introductions introductions;
    private final InvitationShelf shelf;
    private final LinkActions actions;
    private final VBox outcome = new VBox();
    private Optional<Invitation> shown = Optional.empty();
    private boolean asked;

    OwnInvitation(Desk desk, Introductions introductions, InvitationShelf shelf) {
        super(12);
        this.desk = desk;
        this.introductions = introductions;
        this.shelf = shelf;
        this.actions = new LinkActions(desk, Text.of("invitation.title"), "zorya-invitation.txt", outcome);
        making();
    }

    String id() {
        return shown.map(Invitation::id).orElse("");
    }

    void show(Snapshot fresh) {
        if (asked) {
            return;
        }
        asked = true;
        shelf.waiting(fresh, desk.when().now()).ifPresentOrElse(this::put, this::make);
    }

    private void making() {
        getChildren().setAll(Labels.line(Text.of("invitation.making"), "z-busy"));
    }

    private void make() {
        making();
        desk.work()
                .follow(
                        introductions::invite,
                        invitation -> {
                            shelf.put(invitation);
                            put(invitation);
                        },
                        this::refused);
    }

    private void put(Invitation invitation) {
        shown = Optional.of(invitation);
        getChildren()
                .setAll(
                        new QrCard(
                                "invitation",
                                Text.of("invitation.title"),
                                invitation.link(),
                                Text.of("qr.valid", desk.when().date(invitation.expires())),
                                () -> actions.copy(invitation.link()),
                                () -> actions.save(invitation.link())),
                        outcome);
    }

    private void refused(WalletProblem problem) {
        getChildren().setAll(new ProblemNote(problem, List.of(new Action(Text.of("trouble.retry"), this::make))));
    }
}
