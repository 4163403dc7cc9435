package dev.zorya.desktop.open;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.AmountField;
import dev.zorya.desktop.component.BalanceBar;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.ContactPicker;
import dev.zorya.desktop.component.CostPanel;
import dev.zorya.desktop.component.EmptyState;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Note;
import dev.zorya.desktop.component.Page;
import dev.zorya.desktop.component.Person;
import dev.zorya.desktop.component.ProblemNote;
import dev.zorya.desktop.component.Segments;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.WalletProblem;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Builds the nodes of the form and of its costs. */
final class OpenView {
    private static final double COSTS = 396;
    private static final double WIDTH = 1040;

    private final ContactPicker picker;
    private final AmountField mine;
    private final AmountField theirs;
    private final BalanceBar together = BalanceBar.large();
    private final Segments<Duration> period;
    private final CostPanel costs;
    private final Button propose;
    private final Label below = Labels.paragraph("", "z-small", "z-muted");
    private final Label about = Labels.paragraph(Text.of("open.about"), "z-muted");
    private final VBox outcome = new VBox(about);
    private final Page page;
    private final StackPane root = new StackPane();

    /** What the person does. */
    interface Listener {
        void picked(Person person);

        void mine(String typed);

        void theirs(String typed);

        void period(Duration chosen);

        void useMost();

        void propose();

        void addContact();
    }

    OpenView(boolean practice, Listener listener) {
        picker = new ContactPicker("open-contact", Text.of("open.with"), listener::picked);
        mine = new AmountField("open-mine", Text.of("open.you-put-in"), false, listener::mine);
        theirs = new AmountField("open-theirs", Text.of("open.they-put-in"), false, listener::theirs);
        List<Duration> periods = OpenForm.periods(practice);
        period = new Segments<>(
                "open-period", periods, periods.stream().map(When::span).toList(), listener::period);
        propose = Buttons.main(new Action(Text.of("open.propose"), listener::propose));
        propose.setId("open-propose");
        propose.getStyleClass().add("large");
        propose.setMaxWidth(Double.MAX_VALUE);
        costs = new CostPanel(Text.of("cost.title"), new VBox(8, propose, below));
        costs.setMinWidth(COSTS);
        costs.setMaxWidth(COSTS);
        costs.setMaxHeight(CostPanel.USE_PREF_SIZE);
        Label periodLabel = Labels.line(Text.of("terms.period"), "z-field-label");
        VBox form = new VBox(
                18,
                new VBox(4, Labels.line(Text.of("open.title"), "z-title"), outcome),
                picker,
                new HBox(16, Space.wide(mine), Space.wide(theirs)),
                new VBox(6, Labels.line(Text.of("open.together"), "z-field-label"), together),
                new VBox(6, periodLabel, period, Labels.paragraph(Text.of("open.period.about"), "z-small", "z-muted")));
        mine.setMinWidth(240);
        theirs.setMinWidth(240);
        mine.setPrefWidth(240);
        theirs.setPrefWidth(240);
        HBox columns = new HBox(24, Space.wide(form), costs);
        columns.setFillHeight(false);
        page = new Page(columns).atMost(WIDTH + 48);
        root.getChildren().add(page);
    }

    Node node() {
        return root;
    }

    void focus() {
        mine.focus();
    }

    void nobody(Action addContact) {
        root.getChildren()
                .setAll(new EmptyState(
                        Icon.ADD_CONTACT,
                        Text.of("contacts.none"),
                        Text.of("contacts.none.about"),
                        List.of(addContact)));
    }

    void show(OpenForm form, OpenModel model, Listener listener) {
        picker.show(model.people(), model.chosen());
        mine.coin(model.coin());
        theirs.coin(model.coin());
        mine.text(form.mine());
        theirs.text(form.theirs());
        Action most = new Action(Text.of("open.use-most"), listener::useMost);
        if (model.mineWrong().isEmpty()) {
            mine.hint(model.mineHint(), List.of(most));
        } else {
            mine.wrong(model.mineWrong(), List.of(most));
        }
        if (model.theirsWrong().isEmpty()) {
            theirs.hint(model.theirsHint(), List.of());
        } else {
            theirs.wrong(model.theirsWrong(), List.of());
        }
        together.show(model.together(), model.hidden(), true, "");
        period.show(form.period());
        costs.show(model.costs());
        propose.setText(model.button());
        propose.setDisable(model.order().isEmpty());
        below.setText(model.below());
        if (!root.getChildren().contains(page)) {
            root.getChildren().setAll(page);
        }
    }

    /** Progress stands above the form, so that the button which was pressed stays where it is (UI.md 2). */
    void sending(String name) {
        propose.setDisable(true);
        outcome(new Note(
                Tone.BUSY, Icon.WORKING, Text.of("open.asking", name), Text.of("open.asking.about"), List.of()));
    }

    /** The order was refused: why stands above the form, and the keyboard is on the button again. */
    void refused(WalletProblem problem, boolean again) {
        problem(problem);
        propose.setDisable(!again);
        propose.requestFocus();
    }

    void problem(WalletProblem problem) {
        outcome(new ProblemNote(problem));
    }

    void quiet() {
        outcome.getChildren().setAll(about);
    }

    private void outcome(Node note) {
        outcome.getChildren().setAll(note);
        page.setVvalue(0);
    }
}
