package dev.zorya.desktop.identity;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.text.Text;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A change of identity that is under way: its phase, how far it is, and a way out. */
final class ChangePane extends VBox {
    private final Label phase = Labels.paragraph(Text.of("progress.starting"), "z-medium");
    private final Button stop;
    private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);

    ChangePane(Runnable cancel) {
        super(10);
        getStyleClass().add("z-card");
        phase.setId("identity-phase");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(Text.of("where.progress"));
        stop = Buttons.plain(new Action(Text.of("sheet.cancel"), cancel));
        stop.setId("identity-cancel");
        HBox row = new HBox(12, Space.wide(phase), stop);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, bar, Labels.paragraph(Text.of("where.meanwhile"), "z-small", "z-muted"));
    }

    void focus() {
        stop.requestFocus();
    }

    /** @param done between 0 and 1, or negative if unknown */
    void show(String words, double done) {
        phase.setText(words);
        bar.setProgress(done < 0 ? ProgressBar.INDETERMINATE_PROGRESS : done);
    }
}
