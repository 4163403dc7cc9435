package dev.zorya.desktop.gate;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.text.Text;
import dev.zorya.desktop.text.When;
import dev.zorya.wallet.api.CopyView;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Restoring with a copy, or from the words alone and what that means. */
final class CopyChoice extends VBox {
    private final Hall hall;
    private final When when = new When(Clock.system(ZoneId.systemDefault()));
    private final Label about = Labels.paragraph(Text.of("restore.copy.none"), "z-small", "z-muted");
    private final Button none;
    private Optional<Path> chosen = Optional.empty();

    CopyChoice(Hall hall) {
        super(6);
        this.hall = hall;
        about.setId("restore-copy-about");
        Button choose = Buttons.plain(new Action(Text.of("restore.copy.choose"), this::choose));
        choose.setId("restore-copy");
        none = Buttons.plain(new Action(Text.of("restore.copy.without"), this::without));
        none.setId("restore-no-copy");
        HBox buttons = new HBox(8, choose, none);
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(Labels.line(Text.of("restore.copy"), "z-field-label"), buttons, about);
        without();
    }

    /** The copy to restore from, if there is one. */
    Optional<Path> chosen() {
        return chosen;
    }

    private void choose() {
        hall.files()
                .open(Text.of("restore.copy.title"))
                .ifPresent(file -> hall.work().run(() -> hall.wallets().lookAt(file), this::show, problem -> {
                    without();
                    about.setText(problem.what());
                }));
    }

    private void show(CopyView copy) {
        chosen = Optional.of(copy.file());
        about.setText(
                Text.of("restore.copy.chosen", when.full(copy.made()), Text.count("copies.channels", copy.channels())));
        none.setVisible(true);
    }

    private void without() {
        chosen = Optional.empty();
        about.setText(Text.of("restore.copy.none"));
        none.setVisible(false);
    }
}
