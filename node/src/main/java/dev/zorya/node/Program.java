package dev.zorya.node;

import dev.zorya.wallet.api.WalletProblem;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** What the programs of the terminal have in common. */
final class Program {
    private Program() {}

    /** Runs a command and ends the process with its exit code. Logs are for who asks for them; people are told in words. */
    static void run(Callable<Integer> command, String... args) {
        if (System.getProperty("org.slf4j.simpleLogger.defaultLogLevel") == null) {
            System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        }
        System.exit(new CommandLine(command).execute(args));
    }

    static void tell(WalletProblem problem) {
        System.err.println(problem.what() + "\n" + problem.meaning() + "\n" + problem.next());
    }

    /** The file that people start: from a folder of sources it is the launcher in it. */
    static Path launcher() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return Path.of(System.getProperty("zorya.source", ""))
                .resolve(windows ? "zorya.cmd" : "zorya")
                .toAbsolutePath();
    }
}
