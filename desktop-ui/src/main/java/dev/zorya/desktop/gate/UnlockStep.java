package dev.zorya.desktop.gate;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.WalletInfo;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The lock screen. A practice wallet of "Try it now" has no passphrase and opens at once. */
final class UnlockStep extends VBox {
    private static final double WIDTH = 420;

    private final Hall hall;
    private final WalletInfo wallet;
    private final PasswordField passphrase = new PasswordField();

    UnlockStep(Hall hall, WalletInfo wallet) {
        super(16);
        this.hall = hall;
        this.wallet = wallet;
        passphrase.setId("unlock-passphrase");
        passphrase.setMaxWidth(WIDTH);
        Button unlock = Buttons.main(new Action(Text.of("unlock.open"), this::unlock));
        unlock.setId("unlock-open");
        HBox buttons = new HBox(8, unlock);
        if (wallet.practice()) {
            Button practice = Buttons.plain(new Action(
                    Text.of("unlock.practice"),
                    () -> hall.open(progress -> hall.wallets().tryItNow(progress))));
            practice.setId("unlock-practice");
            buttons.getChildren().add(practice);
        }
        buttons.getChildren().addAll(Space.grow());
        getChildren()
                .addAll(
                        Labels.line(Text.of("unlock.title", wallet.name()), "z-title"),
                        Labels.line(wallet.network(), "z-muted"),
                        Labels.of(Text.of("gate.passphrase"), passphrase),
                        passphrase,
                        buttons,
                        Buttons.link(new Action(Text.of("unlock.other"), () -> hall.go(new Step.Welcome()))),
                        new DamagedNotes(hall));
        sceneProperty().addListener((o, was, is) -> {
            if (is != null) {
                passphrase.requestFocus();
            }
        });
    }

    private void unlock() {
        char[] typed = passphrase.getText().toCharArray();
        passphrase.clear();
        hall.open(progress -> hall.wallets().unlock(wallet.id(), typed, progress));
    }
}
