package dev.zorya.node;

import dev.zorya.wallet.DataFolder;
import dev.zorya.wallet.WalletsOnDisk;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletInfo;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Guards a wallet's channels while its window is closed (DESIGN.md 3, rule 8). */
@Command(
        name = "zorya guard",
        mixinStandardHelpOptions = true,
        description = {
            "Watches over a wallet's channels on the chain while its window is closed: refutes old balances, concludes,"
                    + " pays out to your account. Neither pays nor asks, and no contact can reach it.",
            "When the window opens the wallet, the guard lets go of it; when the window closes, the guard is back.",
            "Exit codes: 0 ended by you, 1 something went wrong (said in words), 2 wrong usage."
        })
public final class GuardCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "where the wallets are (default: the usual place of your system, or ZORYA_DATA)")
    @Nullable
    Path data;

    @Option(names = "--wallet", paramLabel = "NAME", description = "which wallet; can be left out if there is only one")
    @Nullable
    String wallet;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "file with the passphrase in its first line, readable by you alone (default: you are asked)")
    @Nullable
    Path passphraseFile;

    @Option(
            names = "--install",
            description = "write the file that makes your system start the guard when you log in, and say how to switch"
                    + " it on; needs --passphrase-file unless the wallet opens without a passphrase")
    boolean install;

    public static void main(String... args) {
        Program.run(new GuardCommand(), args);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = DataFolder.locate(Optional.ofNullable(data));
        WalletsOnDisk wallets = new WalletsOnDisk(folder);
        try {
            Optional<WalletInfo> chosen = choose(wallets.list());
            if (chosen.isEmpty()) {
                return CommandLine.ExitCode.USAGE;
            }
            boolean asksNothing = wallets.asksNothing(chosen.get().id());
            return install ? install(folder, chosen.get(), asksNothing) : watch(wallets, chosen.get(), asksNothing);
        } catch (WalletException e) {
            Program.tell(e.problem());
            return 1;
        }
    }

    private Optional<WalletInfo> choose(List<WalletInfo> known) {
        if (known.isEmpty()) {
            System.err.println("There is no wallet yet, so there is nothing to guard. Make one in the window first.");
            return Optional.empty();
        }
        String names = known.stream().map(WalletInfo::name).collect(Collectors.joining(", "));
        if (wallet == null) {
            if (known.size() > 1) {
                System.err.println("There are several wallets. Say which one with --wallet: " + names);
                return Optional.empty();
            }
            return Optional.of(known.getFirst());
        }
        Optional<WalletInfo> named = known.stream()
                .filter(info ->
                        info.name().equalsIgnoreCase(wallet) || info.id().equals(wallet))
                .findFirst();
        if (named.isEmpty()) {
            System.err.println("There is no wallet \"" + wallet + "\". These are here: " + names);
        }
        return named;
    }

    private int watch(WalletsOnDisk wallets, WalletInfo info, boolean asksNothing)
            throws IOException, InterruptedException, WalletException {
        Optional<char[]> passphrase = asksNothing ? Optional.of(new char[0]) : passphrase(info);
        if (passphrase.isEmpty()) {
            return CommandLine.ExitCode.USAGE;
        }
        try {
            new Watchman(wallets, info, passphrase.get(), System.out).watch();
            return 0;
        } finally {
            Arrays.fill(passphrase.get(), '\0');
        }
    }

    private Optional<char[]> passphrase(WalletInfo info) throws IOException {
        if (passphraseFile != null) {
            return PassphraseFile.read(passphraseFile, System.err);
        }
        Console console = System.console();
        if (console == null) {
            System.err.println(
                    "Nobody is there to type the passphrase. Put it into a file that only you can read and name it with"
                            + " --passphrase-file.");
            return Optional.empty();
        }
        return Optional.ofNullable(console.readPassword("Passphrase of %s: ", info.name()));
    }

    private int install(Path folder, WalletInfo info, boolean asksNothing) throws IOException {
        if (passphraseFile == null && !asksNothing) {
            System.err.println(
                    "The guard of this wallet needs its passphrase: put it into a file that only you can read and"
                            + " name it with --passphrase-file.");
            return CommandLine.ExitCode.USAGE;
        }
        if (passphraseFile != null) {
            Optional<char[]> readable = PassphraseFile.read(passphraseFile, System.err);
            if (readable.isEmpty()) {
                return CommandLine.ExitCode.USAGE;
            }
            Arrays.fill(readable.get(), '\0');
        }
        GuardService service = GuardService.of(
                System.getProperty("os.name", ""), Path.of(System.getProperty("user.home")), System.getenv());
        System.out.println(service.install(
                new GuardService.Order(Program.launcher(), folder, info.id(), Optional.ofNullable(passphraseFile))));
        return 0;
    }
}
