package dev.zorya.desktop.contactadd;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.ProblemNote;
import dev.zorya.desktop.component.QrCard;
import dev.zorya.desktop.shell.Desk;
import dev.zorya.desktop.text.Text;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The card that others paste or scan to add this person. Safe to share: it holds no secret. */
final class OwnCard extends VBox {
    private final StackPane body = new StackPane(Labels.line(Text.of("card.making"), "z-busy"));
    private final VBox outcome = new VBox();
    private final LinkActions actions;

    OwnCard(Desk desk) {
        super(10);
        actions = new LinkActions(desk, Text.of("card.title"), "zorya-contact.txt", outcome);
        LinkActions address = new LinkActions(desk, Text.of("card.plain.title"), "", outcome);
        Button plain = Buttons.link(new Action(
                Text.of("card.plain"), () -> address.copy(desk.wallet().ownPeerAddress())));
        plain.setId("own-address-copy");
        getChildren()
                .addAll(
                        body,
                        outcome,
                        new HBox(plain),
                        Labels.paragraph(Text.of("card.plain.about"), "z-small", "z-muted"));
        desk.work()
                .run(
                        () -> desk.wallet().ownContactText(),
                        this::show,
                        problem -> body.getChildren().setAll(new ProblemNote(problem)));
    }

    private void show(String card) {
        body.getChildren()
                .setAll(new QrCard(
                        "own-card",
                        Text.of("card.title"),
                        card,
                        Text.of("card.valid"),
                        () -> actions.copy(card),
                        () -> actions.save(card)));
    }
}
