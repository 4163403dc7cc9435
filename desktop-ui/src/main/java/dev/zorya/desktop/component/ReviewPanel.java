package dev.zorya.desktop.component;

import dev.zorya.desktop.money.Shown;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What will happen, beside the form (UI.md 8): who, how much, what is left after; the button repeats verb and amount. */
public final class ReviewPanel extends VBox {
    private final HBox who = new HBox();
    private final HBox figure = new HBox();
    private final Label sentence = Labels.paragraph("", "z-muted");
    private final KeyValues facts = new KeyValues();
    private final BalanceBar bar = BalanceBar.small();
    private final VBox outcome = new VBox(8);
    private final Button button;
    private final Label under = Labels.paragraph("", "z-small", "z-muted");

    /** @param press the one thing that the panel does */
    public ReviewPanel(String title, String buttonId, Action press) {
        getStyleClass().add("z-card");
        button = Buttons.main(press);
        button.setId(buttonId);
        button.getStyleClass().add("large");
        button.setMaxWidth(Double.MAX_VALUE);
        for (HBox centred : List.of(who, figure)) {
            centred.setAlignment(Pos.CENTER);
        }
        HBox line = new HBox(sentence);
        line.setAlignment(Pos.CENTER);
        HBox below = new HBox(under);
        below.setAlignment(Pos.CENTER);
        getChildren().addAll(Labels.line(title, "z-heading"), who, figure, line, facts, bar, outcome, button, below);
    }

    /**
     * Shows what is known so far.
     *
     * @param person who it is about, none before one is picked
     * @param amount the figure, none before one is typed
     */
    public void show(Optional<Person> person, Optional<Shown> amount, String says, SequencedMap<String, String> rows) {
        who.getChildren()
                .setAll(person.map(p -> List.of(new Avatar(p.face(), true))).orElse(List.of()));
        figure.getChildren()
                .setAll(amount.map(a -> List.of(new AmountLabel(a, "z-review-figure")))
                        .orElse(List.of()));
        sentence.setText(says);
        facts.show(rows);
    }

    /** The proportions after it; none hides the bar. */
    public void bar(List<Share> after, boolean hideAmounts, String spoken) {
        bar.setVisible(!after.isEmpty());
        bar.setManaged(!after.isEmpty());
        bar.show(after, hideAmounts, true, spoken);
    }

    public void button(String label, boolean enabled, String below) {
        button.setText(label);
        button.setDisable(!enabled);
        under.setText(below);
    }

    /** Progress or result under the button. */
    public void outcome(List<? extends Node> nodes) {
        outcome.getChildren().setAll(nodes);
    }
}
