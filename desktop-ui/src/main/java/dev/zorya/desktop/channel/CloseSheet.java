package dev.zorya.desktop.channel;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.AmountLabel;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Choice;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Note;
import dev.zorya.desktop.component.ProblemNote;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.shell.Desk;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.CostSummary;
import dev.zorya.wallet.api.WalletProblem;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * The two ways to close a channel, with cost and date before the button; also takes back a deposit (UI.md 8). Closing alone
 * cannot be undone, so Enter does not do it.
 */
final class CloseSheet extends VBox {
    private static final double WIDTH = 620;

    private final Desk desk;
    private final CloseModel model;
    private final ToggleGroup ways = new ToggleGroup();
    private final HBox togetherCost = new HBox();
    private final HBox aloneCost = new HBox();
    private final Choice together;
    private final Choice alone;
    private final VBox promise = new VBox();
    private final VBox outcome = new VBox();
    private final Button closeTogether;
    private final Button closeAlone;
    private boolean aloneCostKnown;

    CloseSheet(Desk desk, String key, CloseModel model) {
        this.desk = desk;
        this.model = model;
        getStyleClass().add("z-sheet");
        setMaxWidth(WIDTH);
        together = new Choice("close-way-together", ways, Text.of("close.together"), model.together(), togetherCost);
        alone = new Choice("close-way-alone", ways, model.wayAlone(), model.alone(), aloneCost);
        closeTogether = Buttons.plain(new Action(
                Text.of("close.together"), () -> act(() -> desk.wallet().close(key))));
        closeTogether.setId("close-together");
        closeTogether.getStyleClass().add("accent");
        closeAlone = Buttons.danger(
                new Action(model.actAlone(), () -> act(() -> desk.wallet().closeAlone(key))));
        closeAlone.setId("close-alone");
        closeAlone.getStyleClass().add("button-outlined");
        promise.getChildren().setAll(new Note(Tone.NEUTRAL, Icon.GUARD, "", model.promise(), List.of()));
        Button keep = Buttons.plain(new Action(Text.of("close.keep"), desk::closeSheet));
        getChildren()
                .addAll(
                        Labels.paragraph(model.title(), "z-sheet-title"),
                        Labels.paragraph(model.about(), "z-muted"),
                        model.asksThem() ? new VBox(10, together, alone) : alone,
                        promise,
                        outcome,
                        new HBox(8, Space.grow(), keep, closeTogether, closeAlone));
        ways.selectedToggleProperty().addListener((o, was, is) -> chosen());
        (model.aloneFirst() ? alone : together).select();
        chosen();
        // after the sheet has given the focus to its first node: Enter on another choice would choose that
        sceneProperty().addListener((o, was, is) -> Platform.runLater((model.aloneFirst() ? alone : together)::focus));
        desk.work().run(() -> desk.wallet().costs(), this::costs, this::problem);
    }

    private void chosen() {
        boolean byOneself = alone.selected();
        present(closeTogether, !byOneself);
        present(closeAlone, byOneself);
        present(promise, byOneself);
        closeAlone.setDisable(!aloneCostKnown);
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private void costs(CostSummary costs) {
        togetherCost.getChildren().setAll(new AmountLabel(desk.money().cost(costs.closeTogether())));
        aloneCost.getChildren().setAll(new AmountLabel(desk.money().cost(costs.closeAlone())));
        aloneCostKnown = true;
        chosen();
    }

    private void act(Callable<CompletionStage<ChannelView>> close) {
        boolean asking = together.selected();
        waiting(true);
        outcome.getChildren()
                .setAll(Labels.line(asking ? Text.of("close.asking") : Text.of("close.alone.starting"), "z-busy"));
        desk.work()
                .follow(
                        close,
                        closed -> {
                            desk.closeSheet();
                            desk.refresh();
                        },
                        asking ? this::unanswered : this::problem);
    }

    private void waiting(boolean waiting) {
        together.setDisable(waiting);
        alone.setDisable(waiting);
        closeTogether.setDisable(waiting);
        closeAlone.setDisable(waiting || !aloneCostKnown);
    }

    /** They are not there for closing together: the other way is chosen, and nothing is done. */
    private void unanswered(WalletProblem problem) {
        problem(problem);
        if (model.asksThem()) {
            alone.select();
        }
    }

    private void problem(WalletProblem problem) {
        waiting(false);
        outcome.getChildren().setAll(new ProblemNote(problem));
    }
}
