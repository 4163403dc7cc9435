package dev.zorya.node.peer;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code ./zorya peer}. */
public final class PeerCommand {
    private static final int WRONG_USAGE = 2;
    private static final Set<String> LEVELS = Set.of("error", "warn", "info", "debug", "trace", "off");

    private PeerCommand() {}

    /** Runs until the input ends; exit codes as for all programs. */
    public static void main(String[] args) {
        List<String> words = List.of(args);
        if (words.contains("--help") || words.contains("-help") || words.contains("-h")) {
            System.out.print(help());
            return;
        }
        try {
            FlagValues flags = FlagValues.parse(words);
            logAt(flags.text(Flag.LOG).toLowerCase(Locale.ROOT));
            Settings settings = Settings.of(flags);
            OutputStream out = new FileOutputStream(FileDescriptor.out);
            // whatever else is printed must not come between the lines
            System.setOut(System.err);
            System.exit(run(settings, new Lines(out, settings.name())));
        } catch (UsageException e) {
            System.err.println(e.getMessage() + " ./zorya peer --help lists all flags.");
            System.exit(WRONG_USAGE);
        }
    }

    private static void logAt(String level) throws UsageException {
        if (!LEVELS.contains(level)) {
            throw new UsageException("The flag -log is error, warn, info, debug or trace.");
        }
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", level);
    }

    private static int run(Settings settings, Lines lines) {
        try (PeerNode node = PeerNode.open(settings, lines)) {
            if (settings.contracts().isPresent()) {
                node.use(settings.contracts().get());
            }
            if (settings.restore()) {
                lines.event("restored", new Fields().with("channels", LookCommands.live(node)));
            }
            lines.event("ready", SetupCommands.info(node));
            new Dispatcher(node).run(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        } catch (Exception e) {
            lines.event("fatal", new Fields().with("what", String.valueOf(e.getMessage())));
            return 1;
        }
        lines.event("stopped", new Fields());
        return 0;
    }

    private static String help() {
        return """
            One channel client that a program drives: JSON lines on standard input and output, everything else on standard
            error. docs/PEER.md lists commands and events.

              ./zorya peer -name alice -key HEX -rpc ws://127.0.0.1:8545 [flags]

            """ + Arrays.stream(Flag.values()).map(Flag::help).collect(Collectors.joining("\n")) + """


              --help                             this page

            Exit codes: 0 stopped in order, 1 it could not begin or go on (said in an event "fatal"), 2 wrong usage.
            """;
    }
}
