package dev.zorya.desktop;

import dev.zorya.desktop.instance.OneWindow;
import dev.zorya.desktop.launch.Display;
import dev.zorya.desktop.launch.ExitCode;
import dev.zorya.desktop.launch.LinuxSide;
import dev.zorya.desktop.launch.Options;
import dev.zorya.desktop.launch.StartFailure;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.DataFolder;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the window. Does not extend Application: the launcher of Java would then load JavaFX before the display was looked at. */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    private Main() {}

    public static void main(String[] arguments) {
        // always: threads of libraries may outlive the window by a minute
        System.exit(run(List.of(arguments)).number());
    }

    private static ExitCode run(List<String> arguments) {
        return switch (Options.parse(arguments)) {
            case Options.Help help -> {
                System.out.println(Text.of("launch.help"));
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
        if (!options.measureStart() && OneWindow.give(DataFolder.locate(options.data()), options.link())) {
            System.out.println(Text.of("launch.open-already"));
            return ExitCode.OK;
        }
        boolean headless = "Headless".equalsIgnoreCase(System.getProperty("glass.platform", ""));
        return switch (Display.look(System.getProperty("os.name"), headless, System.getenv(), new LinuxSide())) {
            case Display.Missing missing -> {
                System.err.println(missing.sentences());
                yield ExitCode.MISSING;
            }
            case Display.Ready ready -> started(options);
        };
    }

    private static ExitCode started(Options options) {
        try {
            ZoryaApplication.open(options);
            return ExitCode.OK;
        } catch (RuntimeException | Error e) {
            LOG.debug("The window did not start", e);
            System.err.println(StartFailure.sentences(e));
            return ExitCode.UNPLANNED;
        }
    }

    private static String version() {
        String packaged = Main.class.getPackage().getImplementationVersion();
        return packaged == null ? Text.of("about.from-source") : packaged;
    }
}
