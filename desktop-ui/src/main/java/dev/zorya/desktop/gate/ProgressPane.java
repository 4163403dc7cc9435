package dev.zorya.desktop.gate;

import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.text.Text;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** While a wallet is made or opened: the phase in words, never a bar alone (UI.md 5). */
final class ProgressPane extends VBox {
    private static final double WIDTH = 420;

    private final Label phase = Labels.paragraph(Text.of("progress.starting"), "z-muted");
    private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);

    ProgressPane() {
        super(16);
        bar.setPrefWidth(WIDTH);
        getChildren().addAll(Labels.line(Text.of("progress.title"), "z-title"), bar, phase);
    }

    void at(String words, double done) {
        phase.setText(words);
        bar.setProgress(done < 0 ? ProgressBar.INDETERMINATE_PROGRESS : done);
    }
}
