package dev.zorya.desktop.shell;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.ErrorPanel;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.WalletProblem;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.layout.VBox;

/** Difficulties that belong to no page: above the page, which keeps showing what was last known (UI.md 8). */
final class TroubleBox extends VBox {
    private final Runnable retry;
    private boolean unreadable;

    TroubleBox(Runnable retry) {
        this.retry = retry;
        setManaged(false);
        setVisible(false);
        setPadding(new Insets(16, 24, 0, 24));
    }

    /** The wallet could not be read; stays until it can. */
    void unreadable(WalletProblem problem) {
        unreadable = true;
        put(new ErrorPanel(problem, List.of(new Action(Text.of("trouble.retry"), retry))));
    }

    void readable() {
        if (unreadable) {
            unreadable = false;
            clear();
        }
    }

    /** Something that the person must know although nobody asked; stays until it is read. */
    void tell(WalletProblem problem) {
        unreadable = false;
        put(new ErrorPanel(problem, List.of(new Action(Text.of("trouble.seen"), this::clear))));
    }

    private void put(ErrorPanel panel) {
        getChildren().setAll(panel);
        setManaged(true);
        setVisible(true);
    }

    private void clear() {
        getChildren().clear();
        setManaged(false);
        setVisible(false);
    }
}
