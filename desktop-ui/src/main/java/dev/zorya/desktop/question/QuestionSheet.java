package dev.zorya.desktop.question;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.BalanceBar;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.KeyValues;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Note;
import dev.zorya.desktop.component.PersonRow;
import dev.zorya.desktop.component.ProblemNote;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.feed.Snapshot;
import dev.zorya.desktop.shell.Desk;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.OpenQuestion;
import dev.zorya.wallet.api.WalletProblem;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks whether to open the channel that a contact proposes. There is no default button: a yes is never an accident. */
public final class QuestionSheet extends VBox {
    private static final double WIDTH = 520;

    private final Desk desk;
    private final OpenQuestion question;
    private final boolean affordable;
    private final VBox outcome = new VBox();
    private final Button accept;
    private final Button decline;

    private QuestionSheet(Desk desk, QuestionModel model, OpenQuestion question) {
        this.desk = desk;
        this.question = question;
        this.affordable = model.affordable();
        getStyleClass().add("z-sheet");
        setMaxWidth(WIDTH);
        KeyValues terms = new KeyValues();
        terms.show(model.terms());
        BalanceBar bar = BalanceBar.small();
        bar.show(model.together(), desk.money().hidden(), true, "");
        decline = Buttons.plain(new Action(Text.of("question.decline"), () -> answer(false)));
        decline.setId("question-decline");
        accept = Buttons.plain(new Action(model.accept(), () -> answer(true)));
        accept.setId("question-accept");
        accept.getStyleClass().add("outline");
        accept.setDisable(!affordable);
        HBox buttons = new HBox(
                8,
                Buttons.link(new Action(Text.of("question.later"), desk::closeSheet)),
                Space.grow(),
                decline,
                accept);
        getChildren()
                .addAll(
                        Labels.paragraph(model.title(), "z-sheet-title"),
                        new PersonRow(model.person(), PersonRow.presence(model.person())),
                        terms,
                        bar,
                        Labels.paragraph(Text.of("question.meaning"), "z-muted"));
        if (!affordable) {
            getChildren()
                    .add(new Note(
                            Tone.WAIT,
                            Icon.INFO,
                            Text.of("question.too-much"),
                            Text.of("question.too-much.about"),
                            List.of()));
        }
        getChildren().addAll(outcome, buttons);
    }

    /** Opens the sheet over the page. */
    public static void open(Desk desk, Snapshot snapshot, OpenQuestion question) {
        QuestionModel model = QuestionModel.of(question, snapshot, desk.money(), desk.when());
        desk.openSheet(new QuestionSheet(desk, model, question));
    }

    private void answer(boolean yes) {
        accept.setDisable(true);
        decline.setDisable(true);
        desk.work()
                .follow(
                        () -> desk.wallet().answer(question.id(), yes),
                        done -> {
                            desk.closeSheet();
                            desk.refresh();
                        },
                        this::problem);
    }

    private void problem(WalletProblem problem) {
        outcome.getChildren().setAll(new ProblemNote(problem));
        accept.setDisable(!affordable);
        decline.setDisable(false);
    }
}
