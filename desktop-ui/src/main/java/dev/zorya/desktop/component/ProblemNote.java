package dev.zorya.desktop.component;

import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.WalletProblem;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A difficulty where there is little room, as in a side column or a sheet: the three sentences below each other. */
public final class ProblemNote extends VBox {
    private static final double GAP = 4;

    public ProblemNote(WalletProblem problem) {
        this(problem, List.of());
    }

    /** @param fixes what the person can do about it here */
    public ProblemNote(WalletProblem problem, List<Action> fixes) {
        super(GAP);
        getStyleClass().addAll("z-note", "bad");
        Label details = Labels.paragraph(problem.code() + "  " + problem.details(), "z-mono", "z-muted");
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(problem.what() + " " + problem.meaning() + " " + problem.next());
        getChildren()
                .addAll(
                        Labels.paragraph(problem.what(), "z-strong"),
                        Labels.paragraph(problem.meaning()),
                        Labels.paragraph(problem.next()));
        if (!fixes.isEmpty()) {
            HBox buttons = new HBox(8);
            fixes.forEach(fix -> buttons.getChildren().add(Buttons.small(fix)));
            getChildren().add(buttons);
        }
        getChildren().add(Buttons.link(new Action(Text.of("problem.details"), () -> {
            if (!getChildren().remove(details)) {
                getChildren().add(details);
            }
        })));
    }
}
