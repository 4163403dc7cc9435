package dev.zorya.desktop.contactadd;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.shell.Desk;
import dev.zorya.desktop.text.Text;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.VBox;

/** The text that others paste to add this person. Safe to share: it holds no secret. */
final class OwnCard extends VBox {
    private static final int ROWS = 5;

    private final TextArea text = new TextArea();
    private final Button copy;

    OwnCard(Desk desk) {
        super(10);
        text.setId("own-card");
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(ROWS);
        text.getStyleClass().add("z-mono");
        text.setAccessibleText(Text.of("card.title"));
        copy = Buttons.plain(new Action(Text.of("card.copy"), () -> copy(desk, text.getText(), Text.of("card.title"))));
        copy.setId("own-card-copy");
        copy.setGraphic(Icon.COPY.view());
        copy.setDisable(true);
        Button plain = Buttons.link(new Action(
                Text.of("card.plain"), () -> copy(desk, desk.wallet().ownPeerAddress(), Text.of("card.plain.title"))));
        plain.setId("own-address-copy");
        getChildren()
                .addAll(
                        text,
                        copy,
                        Labels.paragraph(Text.of("card.valid"), "z-small", "z-muted"),
                        plain,
                        Labels.paragraph(Text.of("card.plain.about"), "z-small", "z-muted"));
        desk.work().run(() -> desk.wallet().ownContactText(), this::show, problem -> text.setText(problem.what()));
    }

    private void show(String card) {
        text.setText(card);
        copy.setDisable(false);
    }

    private static void copy(Desk desk, String words, String name) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, words));
        desk.toast(Icon.COPY, Tone.NEUTRAL, Text.of("copy.done", name));
    }
}
