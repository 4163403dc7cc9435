package dev.zorya.desktop.component;

import dev.zorya.desktop.money.Shown;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A number and its unit, the unit smaller and muted (UI.md 6); one node for the screen reader. */
public final class AmountLabel extends HBox {
    private final Label number;
    private final Label unit = Labels.line("", "z-unit");

    /** @param styles style classes of the number: its size and meaning */
    public AmountLabel(Shown amount, String... styles) {
        String[] look = styles.length == 0 ? new String[] {"z-amount"} : styles;
        number = Labels.line("", look);
        getStyleClass().addAll("z-amount-label", "of-" + look[0]);
        number.setMinWidth(USE_PREF_SIZE);
        unit.setMinWidth(USE_PREF_SIZE);
        setAlignment(Pos.BASELINE_LEFT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().addAll(number, unit);
        show(amount);
    }

    public void show(Shown amount) {
        number.setText(amount.number());
        unit.setText(amount.unit());
        setAccessibleText(amount.spoken());
    }
}
