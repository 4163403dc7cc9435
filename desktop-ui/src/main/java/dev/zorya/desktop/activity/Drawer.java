package dev.zorya.desktop.activity;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.AmountLabel;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Copyable;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.KeyValues;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Note;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.ident.Chunks;
import dev.zorya.desktop.text.Text;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One payment in full, at the right of the list. */
final class Drawer extends VBox {
    Drawer(PaymentDetail detail, Runnable close, Runnable openChannel, Consumer<String> copied) {
        getStyleClass().add("z-drawer");
        HBox head = new HBox(
                Labels.line(Text.of("drawer.title"), "z-heading"),
                Space.grow(),
                Buttons.icon(Icon.CLOSE, new Action(Text.of("keys.close"), close)));
        head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        KeyValues facts = new KeyValues();
        facts.show(detail.facts());
        facts.add(
                Text.of("drawer.id"),
                new Copyable(Text.of("drawer.id"), Chunks.brief(detail.id()), detail.id(), copied));
        getChildren()
                .addAll(
                        head,
                        new AmountLabel(detail.amount(), "z-review-figure"),
                        Labels.line(detail.who(), "z-muted"));
        if (detail.pending()) {
            getChildren()
                    .add(new Note(
                            Tone.WAIT,
                            Icon.WAITING,
                            Text.of("drawer.pending", detail.pendingSince()),
                            Text.of("channel.pending.meaning"),
                            List.of()));
        }
        getChildren().addAll(facts, Buttons.plain(new Action(Text.of("drawer.channel"), openChannel)));
    }
}
