package dev.zorya.desktop.gate;

import dev.zorya.wallet.api.WalletInfo;

/** Where a person can be before a wallet is open. */
public sealed interface Step {
    record Welcome() implements Step {}

    record Create() implements Step {}

    record Restore() implements Step {}

    /** Asks for the passphrase of a wallet on this computer. */
    record Unlock(WalletInfo wallet) implements Step {}

    record Settings() implements Step {}
}
