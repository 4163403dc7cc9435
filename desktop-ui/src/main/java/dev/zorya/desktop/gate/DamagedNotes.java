package dev.zorya.desktop.gate;

import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.ProblemNote;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.DamagedWallet;
import java.util.List;
import javafx.scene.layout.VBox;

/** Wallets that are on this computer and cannot be opened: what happened, what it means for the money, what to do, and where. */
final class DamagedNotes extends VBox {
    DamagedNotes(Hall hall) {
        super(12);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        hall.work().run(() -> hall.wallets().damaged(), this::show, problem -> {});
    }

    private void show(List<DamagedWallet> damaged) {
        getChildren().setAll(damaged.stream().map(DamagedNotes::note).toList());
        setVisible(!damaged.isEmpty());
    }

    private static VBox note(DamagedWallet wallet) {
        VBox box = new VBox(
                4,
                new ProblemNote(wallet.problem()),
                Labels.paragraph(Text.of("damaged.folder", wallet.folder().toString()), "z-mono", "z-muted"));
        box.setId("damaged-" + wallet.id());
        return box;
    }
}
