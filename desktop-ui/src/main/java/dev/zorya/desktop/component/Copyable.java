package dev.zorya.desktop.component;

import dev.zorya.desktop.text.Text;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/** Text for a machine, shown in groups, copied whole (UI.md 6): the icon turns into a check for 1.5 s. */
public final class Copyable extends HBox {
    private static final Duration CHECK = Duration.seconds(1.5);

    /**
     * @param name what it is: "Payment address"
     * @param shown the text in groups
     * @param plain what goes to the clipboard
     * @param copied told the name, for a toast
     */
    public Copyable(String name, String shown, String plain, Consumer<String> copied) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        Button[] self = new Button[1];
        Button button = Buttons.icon(Icon.COPY, new Action(Text.of("copy.what", name), () -> {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, plain));
            checked(self[0]);
            copied.accept(name);
        }));
        self[0] = button;
        button.getStyleClass().add("small");
        getChildren().addAll(Labels.paragraph(shown, "z-mono"), button);
    }

    private static void checked(Button button) {
        button.setGraphic(Icon.DONE.view(Tone.OK));
        PauseTransition back = new PauseTransition(CHECK);
        back.setOnFinished(event -> button.setGraphic(Icon.COPY.view()));
        back.play();
    }
}
