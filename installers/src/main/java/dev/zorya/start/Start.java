package dev.zorya.start;

import dev.zorya.desktop.Main;
import dev.zorya.node.Demo;
import dev.zorya.node.GuardCommand;
import dev.zorya.node.peer.PeerCommand;
import java.util.Arrays;

/** {@code zorya} of an installed Zorya. Exit codes as for all programs. */
public final class Start {
    private static final int WRONG_USAGE = 2;

    private static final String HELP = """
        Zorya: a wallet for Perun state channels

          zorya                 opens the window
          zorya LINK            opens the window and shows what a zorya: link asks for; nothing is done by itself
          zorya guard           watches over a wallet's channels while its window is closed
          zorya peer            one channel client that a program drives by JSON lines
          zorya demo            plays a whole channel life in the terminal, on a practice chain
          zorya --help          this page; zorya COMMAND --help explains a command
          zorya --version       the version

        Data stays in the usual place of your system; --data DIR or ZORYA_DATA=DIR chooses another.
        Exit codes: 0 all done, 1 something went wrong (said in words), 2 wrong usage, 3 something needed is missing.
        """;

    private Start() {}

    public static void main(String[] arguments) throws Exception {
        String first = arguments.length == 0 ? "" : arguments[0];
        switch (first) {
            case "guard" -> GuardCommand.main(rest(arguments));
            case "peer" -> PeerCommand.main(rest(arguments));
            case "demo" -> Demo.main(rest(arguments));
            case "-h", "--help", "help" -> System.out.print(HELP);
            case "-V", "--version" -> System.out.println("Zorya " + version());
            default -> {
                if (!first.isEmpty() && !first.startsWith("-") && !isLink(first)) {
                    System.err.print("There is no command \"" + brief(first) + "\".\n\n" + HELP);
                    System.exit(WRONG_USAGE);
                }
                Main.main(arguments);
            }
        }
    }

    /** A scheme is written in any case (RFC 3986, 3.1). What the rest says is the window's matter. */
    private static boolean isLink(String text) {
        return text.regionMatches(true, 0, "zorya:", 0, "zorya:".length());
    }

    private static String[] rest(String[] arguments) {
        return Arrays.copyOfRange(arguments, 1, arguments.length);
    }

    private static String brief(String text) {
        String harmless = text.replaceAll("\\p{Cntrl}", " ");
        return harmless.length() <= 40 ? harmless : harmless.substring(0, 40) + "…";
    }

    private static String version() {
        String packaged = Start.class.getPackage().getImplementationVersion();
        return packaged == null ? "built from source" : packaged;
    }
}
