package dev.zorya.desktop.component;

import dev.zorya.wallet.api.Coin;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Where an amount is typed (UI.md 8): big digits, the unit at the right, below it what is available or what is wrong and how to mend it. */
public final class AmountField extends VBox {
    private static final double GAP = 6;

    private final TextField input = new TextField();
    private final Label unit = Labels.line("", "z-unit-box");
    private final HBox box = new HBox(input, unit);
    private final HBox below = new HBox(GAP);

    /**
     * @param id for tests and focus
     * @param changed gets the text after each change
     */
    public AmountField(String id, String label, boolean large, Consumer<String> changed) {
        super(GAP);
        input.setId(id);
        input.getStyleClass().add("z-amount-input");
        box.getStyleClass().add("z-field-box");
        if (large) {
            box.getStyleClass().add("large");
        }
        unit.setMinWidth(Label.USE_PREF_SIZE);
        Space.wide(input);
        below.setAlignment(Pos.CENTER_LEFT);
        below.setMinHeight(28);
        getChildren().addAll(Labels.of(label, input), box, below);
        input.textProperty().addListener((o, was, is) -> changed.accept(is));
    }

    public void coin(Coin coin) {
        unit.setText(coin.symbol());
    }

    public void text(String text) {
        if (!input.getText().equals(text)) {
            input.setText(text);
            input.positionCaret(text.length());
        }
    }

    public void focus() {
        input.requestFocus();
    }

    /** What is available, with the ways to use it. */
    public void hint(String sentence, List<Action> uses) {
        below(sentence, "z-muted", uses);
        box.getStyleClass().remove("bad");
    }

    /** What is wrong with the amount; the text stays. */
    public void wrong(String sentence, List<Action> fixes) {
        below(sentence, "z-bad", fixes);
        if (!box.getStyleClass().contains("bad")) {
            box.getStyleClass().add("bad");
        }
    }

    private void below(String sentence, String style, List<Action> actions) {
        below.getChildren().setAll(Labels.paragraph(sentence, "z-small", style));
        actions.forEach(action -> below.getChildren().add(Buttons.link(action)));
        input.setAccessibleHelp(sentence);
    }
}
