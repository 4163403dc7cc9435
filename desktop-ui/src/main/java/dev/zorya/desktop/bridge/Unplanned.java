package dev.zorya.desktop.bridge;

import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.WalletProblem;

/** Words for a mistake of the program itself: honest that nobody planned it, and where to look. */
final class Unplanned {
    private Unplanned() {}

    static WalletProblem problem(Throwable cause) {
        return new WalletProblem(
                WalletProblem.Code.INTERNAL,
                Text.of("unplanned.what"),
                Text.of("unplanned.meaning"),
                Text.of("unplanned.next"),
                cause.toString());
    }
}
