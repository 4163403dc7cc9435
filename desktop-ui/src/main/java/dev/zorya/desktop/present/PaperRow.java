package dev.zorya.desktop.present;

import dev.zorya.desktop.component.Chip;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.RowButton;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.CredentialView;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * A credential as a row.
 *
 * @param by who says so
 * @param says its first claim with its value, or empty
 */
public record PaperRow(String id, Icon icon, String name, String by, String says, Look standing, String until) {
    public static PaperRow of(CredentialView credential, When when) {
        var claims = Credential.claims(credential);
        var first = claims.firstEntry();
        return new PaperRow(
                credential.id(),
                Credential.icon(credential.type()),
                Credential.type(credential.type()),
                Credential.issuer(credential),
                first == null ? "" : Text.of("credential.says", first.getKey(), first.getValue()),
                Credential.standing(credential, when),
                Credential.until(credential, when));
    }

    /** A row that opens the credential. */
    public Node node(Runnable open) {
        return new RowButton(spoken(), open, icon.tile(false), Space.wide(words(by)), right());
    }

    /** A row that only tells, with what the credential says. */
    public Node node() {
        HBox row = new HBox(
                icon.tile(false), Space.wide(words(says.isEmpty() ? by : Text.of("paper.line", by, says))), right());
        row.getStyleClass().add("z-row");
        return row;
    }

    private VBox words(String second) {
        VBox words = new VBox(1, Labels.line(name, "z-medium"), Labels.paragraph(second, "z-small", "z-muted"));
        words.setAlignment(Pos.CENTER_LEFT);
        return words;
    }

    private VBox right() {
        VBox right = new VBox(
                1,
                Chip.badge(standing.icon(), standing.word(), standing.tone()),
                Labels.line(until, "z-small", "z-muted"));
        right.setAlignment(Pos.CENTER_RIGHT);
        right.setMinWidth(VBox.USE_PREF_SIZE);
        return right;
    }

    private String spoken() {
        return Text.of("paper.spoken", name, by, standing.word(), until);
    }
}
