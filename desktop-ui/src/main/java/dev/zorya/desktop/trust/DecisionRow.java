package dev.zorya.desktop.trust;

import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.present.Look;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.DecisionView;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * A proposal and what became of it.
 *
 * @param title who, and the amount of the channel
 */
record DecisionRow(Look verdict, String title, String reason, String by, String time) {
    static DecisionRow of(DecisionView decision, Money money, When when) {
        String name = decision.name().isEmpty() ? Text.of("decision.stranger") : decision.name();
        Amount amount = decision.amount();
        return new DecisionRow(
                look(decision.verdict()),
                amount == null
                        ? name
                        : Text.of("decision.title", name, money.mine(amount).text()),
                decision.reason(),
                decision.byPerson() ? Text.of("decision.by-you") : Text.of("decision.by-rule"),
                when.stamp(decision.at()));
    }

    private static Look look(DecisionView.Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> new Look(Icon.DONE, Text.of("decision.accepted"), Tone.OK);
            case DECLINED -> new Look(Icon.REVOKED, Text.of("decision.declined"), Tone.WAIT);
            case UNANSWERED -> new Look(Icon.EXPIRED, Text.of("decision.unanswered"), Tone.NEUTRAL);
        };
    }

    Node node() {
        VBox words = new VBox(1, Labels.line(title, "z-medium"), Labels.paragraph(reason, "z-small", "z-muted"));
        words.setAlignment(Pos.CENTER_LEFT);
        VBox right = new VBox(1, Labels.line(time, "z-small", "z-muted"), Labels.line(by, "z-small", "z-muted"));
        right.setAlignment(Pos.CENTER_RIGHT);
        right.setMinWidth(VBox.USE_PREF_SIZE);
        HBox row = new HBox(Space.wide(words), verdict.chip(), right);
        row.getStyleClass().add("z-row");
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(Text.of("decision.spoken", title, verdict.word(), reason, time));
        return row;
    }
}
