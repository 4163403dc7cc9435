package dev.zorya.node;

import dev.zorya.wallet.api.WalletProblem;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
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

    static Path launcher() {
        return launcher(System.getProperties());
    }

    /** The file that people start: an installed program's launcher says where it is, a folder of sources has one in it. */
    static Path launcher(Properties properties) {
        String installed = properties.getProperty("jpackage.app-path", "");
        if (!installed.isBlank()) {
            return Path.of(installed).toAbsolutePath();
        }
        boolean windows =
                properties.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return Path.of(properties.getProperty("zorya.source", ""))
                .resolve(windows ? "zorya.cmd" : "zorya")
                .toAbsolutePath();
    }
}
