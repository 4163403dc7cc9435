package dev.zorya.desktop;

import dev.zorya.desktop.launch.Display;
import dev.zorya.desktop.launch.ExitCode;
import dev.zorya.desktop.launch.LinuxSide;
import dev.zorya.desktop.launch.Options;
import dev.zorya.wallet.DataFolder;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;

/** Starts the window. Not an Application itself: that class must not be loaded before we know that a window can open. */
public final class Main {
    private static final String HELP = """
            Zorya: a wallet for Perun state channels

            Usage: ./zorya [--data DIR] [--measure-start]

              --data DIR        where wallets are kept; ZORYA_DATA does the same
              --measure-start   print the milliseconds to the first frame and end
              -h, --help        this page
              --version         the version

            Exit codes: 0 all well, 1 something nobody planned for, 2 wrong usage,
            3 no display to open a window on, 4 the GTK 3 libraries are missing.""";

    private Main() {}

    public static void main(String... args) {
        if (System.getProperty("org.slf4j.simpleLogger.defaultLogLevel") == null) {
            System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        }
        switch (Options.parse(List.of(args), DataFolder.locate(Optional.empty()))) {
            case Options.Help help -> System.out.println(HELP);
            case Options.Version version -> System.out.println("Zorya " + version());
            case Options.Mistake mistake -> end(ExitCode.USAGE, mistake.sentence());
            case Options.Run run -> open(run.options());
        }
    }

    private static void open(Options options) {
        boolean headless = "Headless".equalsIgnoreCase(System.getProperty("glass.platform"));
        switch (Display.look(System.getProperty("os.name"), headless, System.getenv(), new LinuxSide())) {
            case Display.Missing missing -> end(missing.code(), missing.sentences());
            case Display.Ready ready -> {
                Program.options(options);
                Application.launch(Program.class);
            }
        }
    }

    private static String version() {
        return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("of this source tree");
    }

    private static void end(ExitCode code, String sentences) {
        System.err.println(sentences);
        System.exit(code.number());
    }
}
