package dev.zorya.desktop.channel;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.KeyValues;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Note;
import dev.zorya.desktop.component.ProblemNote;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.shell.Desk;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.CostSummary;
import dev.zorya.wallet.api.WalletProblem;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Closes a channel together with the contact: what comes back, what it costs, what happens if they are away (UI.md 8). */
final class CloseSheet extends VBox {
    private static final double WIDTH = 560;

    private final Desk desk;
    private final String key;
    private final KeyValues facts = new KeyValues();
    private final VBox outcome = new VBox();
    private final Button close;

    CloseSheet(Desk desk, String key, ChannelModel model) {
        this.desk = desk;
        this.key = key;
        getStyleClass().add("z-sheet");
        setMaxWidth(WIDTH);
        close = Buttons.plain(new Action(Text.of("close.together"), this::close));
        close.setId("close-together");
        close.getStyleClass().add("accent");
        facts.add(Text.of("close.back"), Labels.line(model.mine().text(), "z-strong"));
        String name = model.person().name();
        getChildren()
                .addAll(
                        Labels.paragraph(Text.of("close.title", name), "z-sheet-title"),
                        Labels.paragraph(Text.of("close.about", name), "z-muted"),
                        facts);
        if (!model.person().online()) {
            getChildren()
                    .add(new Note(
                            Tone.WAIT,
                            Icon.INFO,
                            Text.of("close.offline", name),
                            Text.of("close.offline.about"),
                            List.of()));
        }
        Button keep = Buttons.plain(new Action(Text.of("close.keep"), desk::closeSheet));
        getChildren().addAll(outcome, new HBox(8, Space.grow(), keep, close));
        desk.work().run(() -> desk.wallet().costs(), this::costs, problem -> {});
    }

    private void costs(CostSummary costs) {
        facts.add(
                Text.of("close.costs"),
                Labels.line(desk.money().cost(costs.closeTogether()).text()));
    }

    private void close() {
        close.setDisable(true);
        outcome.getChildren().setAll(Labels.line(Text.of("close.asking"), "z-busy"));
        desk.work()
                .follow(
                        () -> desk.wallet().close(key),
                        closed -> {
                            desk.closeSheet();
                            desk.refresh();
                        },
                        this::problem);
    }

    private void problem(WalletProblem problem) {
        outcome.getChildren().setAll(new ProblemNote(problem));
        close.setDisable(false);
    }
}
