package dev.zorya.desktop.present;

import dev.zorya.desktop.component.Avatar;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.ident.Face;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.ShareView;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * What somebody was shown, as a row.
 *
 * @param what the credential
 * @param claims what was in it, by name
 */
public record ShareRow(String name, Face face, String what, String claims, String when) {
    public static ShareRow of(ShareView share, When when) {
        List<String> names = share.claims().stream().map(Credential::claim).toList();
        return new ShareRow(
                share.name(),
                Face.of(share.name(), share.did()),
                Credential.type(share.type()),
                names.isEmpty() ? Text.of("share.all") : String.join(", ", names),
                when.brief(share.at()));
    }

    public Node node() {
        VBox words = new VBox(
                1,
                Labels.line(name, "z-medium"),
                Labels.paragraph(Text.of("share.line", what, claims), "z-small", "z-muted"));
        words.setAlignment(Pos.CENTER_LEFT);
        Label time = Labels.line(when, "z-small", "z-muted");
        time.setMinWidth(Label.USE_PREF_SIZE);
        HBox row = new HBox(new Avatar(face, false), Space.wide(words), time);
        row.getStyleClass().add("z-row");
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(Text.of("share.spoken", name, what, claims, when));
        return row;
    }
}
