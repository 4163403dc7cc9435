package dev.zorya.desktop;

import dev.zorya.desktop.launch.Display;
import dev.zorya.desktop.launch.ExitCode;
import dev.zorya.desktop.launch.Help;
import dev.zorya.desktop.launch.LinuxSide;
import dev.zorya.desktop.launch.Options;
import java.util.List;

/** Starts the window. Does not extend Application: the launcher of Java would then load JavaFX before the display was looked at. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        int code = run(List.of(arguments)).number();
        if (code != 0) {
            System.exit(code);
        }
    }

    private static ExitCode run(List<String> arguments) {
        return switch (Options.parse(arguments)) {
            case Options.Help help -> {
                System.out.print(Help.TEXT);
                yield ExitCode.OK;
            }
            case Options.Version version -> {
                System.out.println("Zorya " + version());
                yield ExitCode.OK;
            }
            case Options.Mistake mistake -> {
                System.err.println(mistake.sentence());
                yield ExitCode.USAGE;
            }
            case Options.Run run -> open(run.options());
        };
    }

    private static ExitCode open(Options options) {
        boolean headless = "Headless".equalsIgnoreCase(System.getProperty("glass.platform", ""));
        return switch (Display.look(System.getProperty("os.name"), headless, System.getenv(), new LinuxSide())) {
            case Display.Missing missing -> {
                System.err.println(missing.sentences());
                yield ExitCode.MISSING;
            }
            case Display.Ready ready -> {
                ZoryaApplication.open(options);
                yield ExitCode.OK;
            }
        };
    }

    private static String version() {
        String packaged = Main.class.getPackage().getImplementationVersion();
        return packaged == null ? "built from source" : packaged;
    }
}
