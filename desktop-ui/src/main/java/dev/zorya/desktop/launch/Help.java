package dev.zorya.desktop.launch;

/** What `--help` prints. */
public final class Help {
    public static final String TEXT = """
            Zorya: a wallet for Perun state channels. This is the window.

              --data DIR         keep wallets in DIR instead of the usual place of your system (also ZORYA_DATA=DIR)
              --measure-start    print the milliseconds from the start of the process to the first frame, and end
              --version          the version
              --help             this page

            In the window, F1 lists every key. Without a display, ./zorya demo plays a whole channel life in the terminal.
            What the window remembers (theme, text size, size) is in window.properties in the data folder.
            Log levels: -Dorg.slf4j.simpleLogger.defaultLogLevel=debug as an option of java.

            Exit codes: 0 all done, 1 something went wrong (said in words), 2 wrong usage, 3 something needed is missing.
            """;

    private Help() {}
}
