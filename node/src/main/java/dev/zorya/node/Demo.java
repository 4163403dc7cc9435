package dev.zorya.node;

import dev.zorya.wallet.DataFolder;
import dev.zorya.wallet.WalletsOnDisk;
import dev.zorya.wallet.api.WalletException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A whole channel life between two wallets, in the terminal. */
@Command(
        name = "zorya demo",
        mixinStandardHelpOptions = true,
        description = {
            "Plays a whole channel life between two wallets: contacts, opening, payments both ways, closing.",
            "Everything is real: a chain on this computer, contracts, TLS sockets, SQLite files. The money is play"
                    + " money.",
            "Exit codes: 0 all of it worked and the balances add up, 1 something did not, 2 wrong usage."
        })
public final class Demo implements Callable<Integer> {
    private static final int ARIES_PAYMENTS = 100;
    private static final int MEETINGS = 5;

    @Option(
            names = "--aries",
            description = {
                "the story of people who are proven: two wallets, each with its own ACA-Py, a credential by a third"
                        + " one",
                "and 100 payments. Needs a Python 3.12 or newer; the network only the first time"
            })
    boolean aries;

    @Option(
            names = "--payments",
            defaultValue = "1000",
            description = "payments in each direction, at least 1 (default: ${DEFAULT-VALUE})")
    int payments;

    @Option(
            names = "--at-once",
            paramLabel = "N",
            defaultValue = "10",
            description = "payments that are on their way at any time, at least 1 (default: ${DEFAULT-VALUE})")
    int atOnce;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "keep the two wallets in DIR; without it they are deleted at the end. Must be empty or new")
    @Nullable
    Path data;

    public static void main(String... args) {
        Program.run(new Demo(), args);
    }

    @Override
    public Integer call() throws Exception {
        if (payments < 1 || atOnce < 1) {
            System.err.println("--payments and --at-once must be at least 1.");
            return CommandLine.ExitCode.USAGE;
        }
        Optional<Path> kept = Optional.ofNullable(data);
        Path folder = kept.isPresent() ? DataFolder.locate(kept) : Files.createTempDirectory("zorya-demo");
        try {
            WalletsOnDisk wallets = WalletsOnDisk.amongThemselves(folder);
            boolean good = aries
                    ? new AriesStory(wallets, ARIES_PAYMENTS, MEETINGS, System.out).play()
                    : new Story(wallets, payments, atOnce, System.out).play();
            return good ? 0 : 1;
        } catch (WalletException e) {
            Program.tell(e.problem());
            return 1;
        } finally {
            if (kept.isEmpty()) {
                delete(folder);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
