package dev.zorya.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.wallet.WalletsOnDisk;
import dev.zorya.wallet.api.Network;
import dev.zorya.wallet.api.NewWallet;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletInfo;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has the wallet, the guard or a window. */
@Tag("slow")
class WatchmanTest {
    private static final String PASSPHRASE = "correct horse battery";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    private WalletInfo made(WalletsOnDisk wallets) throws WalletException {
        NewWallet spec = new NewWallet("Nadia", wallets.newWords(12), PASSPHRASE.toCharArray(), new Network.Practice());
        try (Wallet wallet = wallets.create(spec, (phase, done) -> {})) {
            return wallet.info();
        }
    }

    private Watchman watchman(WalletInfo info, String passphrase) {
        return new Watchman(
                WalletsOnDisk.amongThemselves(folder),
                info,
                passphrase.toCharArray(),
                new PrintStream(told, true, StandardCharsets.UTF_8));
    }

    /** At least so often: the guard reports again when it sees the first block. */
    private void awaitWords(String words, int times) throws InterruptedException {
        for (int waited = 0; count(words) < times && waited < 600; waited++) {
            Thread.sleep(50);
        }
        assertTrue(count(words) >= times, () -> told.toString(StandardCharsets.UTF_8));
    }

    private long count(String words) {
        return told.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(words))
                .count();
    }

    @Test
    void theWindowGetsTheWalletAndTheGuardIsBackAfterIt() throws Exception {
        WalletsOnDisk window = WalletsOnDisk.amongThemselves(folder);
        WalletInfo info = made(window);
        Watchman watchman = watchman(info, PASSPHRASE);
        FutureTask<Void> watch = new FutureTask<>(() -> {
            watchman.watch();
            return null;
        });
        Thread.ofVirtual().start(watch);
        awaitWords("Guarding Nadia", 1);
        awaitWords("there are no fees to keep money for", 1);
        try (Wallet opened = window.unlock(info.id(), PASSPHRASE.toCharArray(), (phase, done) -> {})) {
            assertEquals("Nadia", opened.info().name());
            awaitWords("takes over", 1);
            awaitWords("guards it itself", 1);
        }
        awaitWords("Guarding Nadia", 2);
        watchman.stop();
        watch.get(20, TimeUnit.SECONDS);
        window.unlock(info.id(), PASSPHRASE.toCharArray(), (phase, done) -> {}).close();
    }

    @Test
    void aWrongPassphraseEndsTheWatchAtOnce() throws Exception {
        WalletInfo info = made(WalletsOnDisk.amongThemselves(folder));
        Watchman watchman = watchman(info, "wrong horse battery");
        WalletException refused = assertThrows(WalletException.class, watchman::watch);
        assertEquals(Code.PASSPHRASE_WRONG, refused.problem().code());
        assertTrue(told.toString(StandardCharsets.UTF_8).isEmpty());
    }
}
