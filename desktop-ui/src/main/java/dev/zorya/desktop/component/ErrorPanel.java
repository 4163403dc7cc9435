package dev.zorya.desktop.component;

import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.WalletProblem;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A difficulty with what it means and what comes next, and the fixes at its right; code and facts only after Details (UI.md 8). */
public final class ErrorPanel extends HBox {
    private static final double LABEL_COLUMN = 96;

    /** @param fixes the first is the main one */
    public ErrorPanel(WalletProblem problem, List<Action> fixes) {
        getStyleClass().add("z-error");
        VBox facts = new VBox(
                6,
                Labels.paragraph(problem.what(), "z-heading"),
                row(Text.of("problem.meaning"), problem.meaning()),
                row(Text.of("problem.next"), problem.next()));
        VBox buttons = new VBox(8);
        for (int i = 0; i < fixes.size(); i++) {
            Button button = Buttons.plain(fixes.get(i));
            if (i == 0) {
                button.getStyleClass().add("accent");
            }
            button.setMaxWidth(Double.MAX_VALUE);
            buttons.getChildren().add(button);
        }
        buttons.getChildren().add(details(problem, facts));
        getChildren().addAll(Icon.STOPPED.view(Tone.BAD), Space.wide(facts), buttons);
        setAccessibleText(problem.what() + " " + problem.meaning() + " " + problem.next());
    }

    private static Button details(WalletProblem problem, VBox facts) {
        Label text = Labels.paragraph(problem.code() + "  " + problem.details(), "z-mono", "z-muted");
        return Buttons.link(new Action(Text.of("problem.details"), () -> {
            if (!facts.getChildren().remove(text)) {
                facts.getChildren().add(text);
            }
        }));
    }

    private static HBox row(String name, String sentence) {
        Label label = Labels.line(name, "z-muted");
        label.setMinWidth(LABEL_COLUMN);
        return new HBox(8, label, Space.wide(Labels.paragraph(sentence)));
    }
}
