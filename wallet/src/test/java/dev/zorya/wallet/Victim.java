package dev.zorya.wallet;

import dev.zorya.wallet.api.ChannelDetail;
import dev.zorya.wallet.api.Guard;
import dev.zorya.wallet.api.Wallet;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The program of somebody who is cheated: a wallet, or a guard alone. Says what becomes of its channel, and needs nobody. */
final class Victim {
    /** Line at the beginning: the contact text. */
    static final String CARD = "card ";

    /** Line when the window stops. */
    static final String FROZEN = "frozen";

    /** Line for each state of the channel: status and version. */
    static final String CHANNEL = "channel ";

    private Victim() {}

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true);
        Path folder = Path.of(args[1]);
        PracticeChain chain = new PracticeChain(URI.create(args[2]), Long.parseLong(args[3]), args[4], args[5]);
        switch (args[0]) {
            case "guard" -> guard(folder, out);
            case "wallet" -> wallet(folder, chain, out);
            case "frozen" -> frozen(folder, chain, out);
            default -> throw new IllegalArgumentException(args[0]);
        }
        Thread.sleep(Long.MAX_VALUE);
    }

    private static void guard(Path folder, PrintStream out) throws Exception {
        WalletsOnDisk wallets = new WalletsOnDisk(folder);
        Guard guard = wallets.guard(wallets.list().getFirst().id(), Payer.passphrase());
        guard.subscribe(event -> say(event, guard::channel, out));
        out.println("guarding");
    }

    private static void wallet(Path folder, PracticeChain chain, PrintStream out) throws Exception {
        Wallet wallet = Payer.open(folder, chain);
        wallet.subscribe(event -> {
            if (event instanceof WalletEvent.QuestionAsked asked) {
                wallet.answer(asked.question().id(), true);
            }
            say(event, wallet::channel, out);
        });
        Path contact = folder.resolve("contact");
        if (Files.exists(contact)) {
            wallet.addContact(wallet.readContact(Files.readString(contact)), "Mallory");
        }
        out.println(CARD + wallet.ownContactText());
    }

    /** A wallet whose window has stopped: whoever is told of something never comes back from it. */
    private static void frozen(Path folder, PracticeChain chain, PrintStream out) throws Exception {
        Wallet wallet = Payer.open(folder, chain);
        wallet.subscribe(event -> {
            out.println(FROZEN);
            forever();
        });
        out.println(CARD + wallet.ownContactText());
        // nobody is told any more, so somebody has to look
        String last = "";
        while (true) {
            var channel = wallet.channels().getFirst();
            String now = CHANNEL + channel.status() + " " + channel.version();
            if (!now.equals(last)) {
                out.println(now);
                last = now;
            }
            Thread.sleep(20);
        }
    }

    private static void forever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Channels {
        ChannelDetail channel(String key) throws WalletException;
    }

    private static void say(WalletEvent event, Channels channels, PrintStream out) {
        if (event instanceof WalletEvent.ChannelChanged changed) {
            try {
                var channel = channels.channel(changed.channelKey()).channel();
                out.println(CHANNEL + channel.status() + " " + channel.version());
            } catch (WalletException e) {
                out.println(e.problem().what());
            }
        }
    }
}
