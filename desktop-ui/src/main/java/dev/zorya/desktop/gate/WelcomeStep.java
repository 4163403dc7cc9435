package dev.zorya.desktop.gate;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.RowButton;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.WalletInfo;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The ways to start: try, create, restore, or open a wallet that is here already. */
final class WelcomeStep extends VBox {
    private final Hall hall;
    private final VBox known = new VBox(12);

    WelcomeStep(Hall hall) {
        super(12);
        this.hall = hall;
        Button settings = Buttons.plain(new Action(Text.of("place.settings"), () -> hall.go(new Step.Settings())));
        settings.getStyleClass().add("flat");
        settings.setGraphic(Icon.SETTINGS.view());
        HBox head = new HBox(Labels.line(Text.of("welcome.title"), "z-title"), Space.grow(), settings);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        head,
                        Labels.paragraph(Text.of("welcome.about"), "z-muted"),
                        tryItNow(),
                        way(
                                "welcome-create",
                                Icon.ADD,
                                Text.of("welcome.create"),
                                Text.of("welcome.create.about"),
                                new Step.Create()),
                        way(
                                "welcome-restore",
                                Icon.RESTORE,
                                Text.of("welcome.restore"),
                                Text.of("welcome.restore.about"),
                                new Step.Restore()),
                        known,
                        new DamagedNotes(hall),
                        Labels.paragraph(Text.of("welcome.foot"), "z-small", "z-muted"));
        hall.work().run(() -> hall.wallets().list(), this::known, problem -> {});
    }

    private Node tryItNow() {
        Button start = Buttons.main(new Action(
                Text.of("welcome.try.start"),
                () -> hall.open(progress -> hall.wallets().tryItNow(progress))));
        start.setId("welcome-try");
        start.getStyleClass().add("large");
        HBox row = new HBox(
                16,
                Icon.PRACTICE.tile(true),
                Space.wide(words(Text.of("welcome.try"), Text.of("welcome.try.about"))),
                start);
        row.getStyleClass().addAll("z-way", "first");
        return row;
    }

    private Node way(String id, Icon icon, String title, String about, Step step) {
        RowButton row = new RowButton(
                title + ". " + about,
                () -> hall.go(step),
                icon.tile(false),
                Space.wide(words(title, about)),
                Icon.NEXT.view());
        row.setId(id);
        row.getStyleClass().setAll("z-way");
        return row;
    }

    private static VBox words(String title, String about) {
        VBox words = new VBox(2, Labels.line(title, "z-heading"), Labels.paragraph(about, "z-muted"));
        words.setAlignment(Pos.CENTER_LEFT);
        return words;
    }

    private void known(List<WalletInfo> wallets) {
        known.getChildren()
                .setAll(wallets.stream()
                        .filter(wallet -> !wallet.practice())
                        .map(wallet -> way(
                                "welcome-open-" + wallet.id(),
                                Icon.UNLOCK,
                                Text.of("welcome.open", wallet.name()),
                                wallet.network(),
                                new Step.Unlock(wallet)))
                        .toList());
    }
}
