package dev.zorya.desktop.gate;

import dev.zorya.desktop.bridge.Work;
import dev.zorya.desktop.settings.Appearance;
import dev.zorya.desktop.shell.FileDialogs;
import dev.zorya.wallet.api.Progress;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.Wallets;

/** What a step may ask of the gate around it. */
interface Hall {
    Wallets wallets();

    Work work();

    Appearance appearance();

    FileDialogs files();

    void go(Step step);

    /** Shows progress while a wallet is made or opened, then the wallet; a problem stays on the step it came from. */
    void open(Opening opening);

    /** Something that ends with an open wallet; may block. */
    interface Opening {
        Wallet open(Progress progress) throws WalletException;
    }
}
