package dev.zorya.desktop.settings;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Card;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.text.Text;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** What runs here and under which licence. */
public final class AboutPane extends VBox {
    public AboutPane(Appearance window) {
        super(16);
        Button logs = Buttons.plain(new Action(Text.of("about.logs"), window::showLogs));
        logs.setId("about-logs");
        Card card = new Card(Text.of("settings.about"));
        card.rows(List.of(
                Card.fact(Text.of("about.version"), Labels.line(version())),
                Card.fact(Text.of("about.java"), Labels.line(Runtime.version().toString())),
                Card.fact(Text.of("about.licence"), Labels.paragraph(Text.of("about.licence.text"))),
                Card.fact(Text.of("about.fonts"), Labels.paragraph(Text.of("about.fonts.text")))));
        getChildren().addAll(card, logs);
    }

    /** The version of the packaged program; a build tree has none. */
    public static String version() {
        return Optional.ofNullable(AboutPane.class.getPackage().getImplementationVersion())
                .orElseGet(() -> Text.of("about.from-source"));
    }
}
