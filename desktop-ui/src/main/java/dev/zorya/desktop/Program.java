package dev.zorya.desktop;

import dev.zorya.desktop.launch.Options;
import dev.zorya.desktop.window.Memory;
import dev.zorya.desktop.window.Window;
import dev.zorya.wallet.WalletsOnDisk;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The JavaFX side of {@link Main}. */
public final class Program extends Application {
    /** JavaFX makes the instance itself and hands over only texts. */
    private static volatile Optional<Options> started = Optional.empty();

    static void options(Options options) {
        started = Optional.of(options);
    }

    @Override
    public void start(Stage stage) {
        Options options = started.orElseThrow();
        Memory memory = new Memory(options.home().resolve("window.properties"));
        new Window(stage, new WalletsOnDisk(options.home()), memory, Clock.systemDefaultZone()).show();
        if (options.measureStart()) {
            measure();
        }
    }

    /** The second pulse comes when the first frame has been drawn. */
    private static void measure() {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (++pulses == 2) {
                    stop();
                    long begin = ManagementFactory.getRuntimeMXBean().getStartTime();
                    System.out.println("first frame after " + (System.currentTimeMillis() - begin) + " ms");
                    Platform.exit();
                }
            }
        }.start();
    }
}
