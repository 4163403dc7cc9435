package dev.zorya.node;

import dev.zorya.wallet.WalletsOnDisk;
import dev.zorya.wallet.api.ChannelView;
import dev.zorya.wallet.api.Guard;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletInfo;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Guards one wallet whenever no window has it, until the program ends. */
final class Watchman {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration WINDOW = Duration.ofSeconds(2);

    private final WalletsOnDisk wallets;
    private final WalletInfo info;
    private final char[] passphrase;
    private final PrintStream out;
    private final CountDownLatch end = new CountDownLatch(1);
    private final CountDownLatch gone = new CountDownLatch(1);

    /** @param passphrase stays the caller's, who wipes it */
    Watchman(WalletsOnDisk wallets, WalletInfo info, char[] passphrase, PrintStream out) {
        this.wallets = wallets;
        this.info = info;
        this.passphrase = passphrase;
        this.out = out;
    }

    /** @throws WalletException a reason for which waiting does not help, such as a wrong passphrase */
    void watch() throws WalletException, InterruptedException {
        Thread atExit = new Thread(this::leave, "guard-leaves");
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            boolean said = false;
            while (end.getCount() > 0) {
                try (Guard guard = wallets.guard(info.id(), passphrase.clone())) {
                    said = false;
                    onDuty(guard);
                } catch (WalletException e) {
                    if (e.problem().code() != Code.WALLET_IN_USE) {
                        throw e;
                    }
                    if (!said) {
                        out.println(
                                "The wallet is open in another program, which guards it itself. Waiting for its end.");
                        said = true;
                    }
                    end.await(WINDOW.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } finally {
            gone.countDown();
        }
    }

    /** Ends {@link #watch}, which closes the wallet first. */
    void stop() {
        end.countDown();
    }

    private void leave() {
        stop();
        try {
            gone.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void onDuty(Guard guard) throws WalletException, InterruptedException {
        Logbook log = new Logbook(guard, out);
        List<ChannelView> channels = guard.channels();
        out.println("Guarding " + info.name() + " on " + info.network() + ": "
                + channels.stream().filter(Logbook::holdsMoney).count() + " channels with money in them.");
        channels.forEach(log::begin);
        log.report();
        guard.subscribe(log::on);
        while (!end.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            if (guard.isWanted()) {
                out.println("A window opens the wallet and takes over.");
                return;
            }
        }
    }
}
