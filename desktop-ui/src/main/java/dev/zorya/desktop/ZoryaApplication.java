package dev.zorya.desktop;

import dev.zorya.desktop.instance.OneWindow;
import dev.zorya.desktop.launch.Logs;
import dev.zorya.desktop.launch.MacLinks;
import dev.zorya.desktop.launch.Options;
import dev.zorya.desktop.window.Memory;
import dev.zorya.desktop.window.Window;
import dev.zorya.wallet.DataFolder;
import dev.zorya.wallet.WalletsOnDisk;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Joins the window and the wallets on this computer. JavaFX makes it, so what it needs waits in a field of the class. */
public final class ZoryaApplication extends Application {
    private static Options options = Options.USUAL;

    private Optional<OneWindow> door = Optional.empty();

    /** Opens the window and returns when it was closed. */
    static void open(Options chosen) {
        options = chosen;
        Application.launch(ZoryaApplication.class);
    }

    @Override
    public void start(Stage stage) {
        Path data = DataFolder.locate(options.data());
        Window window = new Window(
                stage,
                new WalletsOnDisk(data),
                new Memory(data.resolve("window.properties")),
                Clock.systemDefaultZone());
        window.show();
        if (options.measureStart()) {
            new FirstFrame(window).start();
        } else {
            Platform.runLater(() -> afterFirstFrame(data, window));
        }
    }

    private void afterFirstFrame(Path data, Window window) {
        Logs.keep(data);
        window.logs(
                () -> getHostServices().showDocument(Logs.folder(data).toUri().toString()));
        Consumer<String> taker = text -> Platform.runLater(() -> window.link(text));
        door = OneWindow.open(data, taker);
        MacLinks.tell(taker);
        window.link(options.link());
    }

    @Override
    public void stop() {
        door.ifPresent(OneWindow::close);
    }

    /** The second pulse begins when the first frame has been handed to the screen. */
    private static final class FirstFrame extends AnimationTimer {
        private final Window window;
        private int pulses;

        FirstFrame(Window window) {
            this.window = window;
        }

        @Override
        public void handle(long now) {
            if (++pulses == 2) {
                stop();
                long begun = ManagementFactory.getRuntimeMXBean().getStartTime();
                System.out.println("first frame after " + (System.currentTimeMillis() - begun) + " ms");
                window.close();
                Platform.exit();
            }
        }
    }
}
