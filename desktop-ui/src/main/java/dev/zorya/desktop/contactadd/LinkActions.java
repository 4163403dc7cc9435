package dev.zorya.desktop.contactadd;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.ProblemNote;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.qr.LinkFile;
import dev.zorya.desktop.shell.Desk;
import dev.zorya.desktop.text.Text;
import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.VBox;

/** Copies a link and saves it to a file; a file that cannot be written is told below the link. */
record LinkActions(Desk desk, String name, String file, VBox outcome) {
    void copy(String link) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, link));
        desk.toast(Icon.COPY, Tone.NEUTRAL, Text.of("copy.done", name));
    }

    void save(String link) {
        desk.saveAs(file)
                .ifPresent(path -> desk.work()
                        .run(
                                () -> {
                                    LinkFile.write(path, link);
                                    return path;
                                },
                                written -> {
                                    outcome.getChildren().clear();
                                    desk.toast(
                                            Icon.SAVE,
                                            Tone.OK,
                                            Text.of(
                                                    "qr.saved",
                                                    written.getFileName().toString()));
                                },
                                problem -> outcome.getChildren().setAll(new ProblemNote(problem))));
    }
}
