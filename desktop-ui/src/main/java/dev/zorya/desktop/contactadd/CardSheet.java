package dev.zorya.desktop.contactadd;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.shell.Desk;
import dev.zorya.desktop.text.Text;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The own contact text in a sheet. */
public final class CardSheet extends VBox {
    private static final double WIDTH = 560;

    private CardSheet(Desk desk) {
        getStyleClass().add("z-sheet");
        setMaxWidth(WIDTH);
        getChildren()
                .addAll(
                        Labels.line(Text.of("card.title"), "z-sheet-title"),
                        Labels.paragraph(Text.of("card.about"), "z-muted"),
                        new OwnCard(desk),
                        new HBox(Space.grow(), Buttons.plain(new Action(Text.of("keys.done"), desk::closeSheet))));
    }

    /** Opens the sheet over the page. */
    public static void open(Desk desk) {
        desk.openSheet(new CardSheet(desk));
    }
}
