package dev.zorya.desktop.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.ColorScheme;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Writes what a scene shows, light and dark, to the build output. */
final class Pictures {
    private static final Path FOLDER = Path.of("target", "screens");

    private Pictures() {}

    static void of(FxRobot robot, Scene scene, String name) {
        ColorScheme before = scene.getPreferences().getColorScheme();
        write(robot, scene, name + "-light", ColorScheme.LIGHT);
        write(robot, scene, name + "-dark", ColorScheme.DARK);
        robot.interact(() -> scene.getPreferences().setColorScheme(before));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void write(FxRobot robot, Scene scene, String name, ColorScheme scheme) {
        robot.interact(() -> scene.getPreferences().setColorScheme(scheme));
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> image[0] = scene.snapshot(null));
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(
                    SwingFXUtils.fromFXImage(image[0], null),
                    "png",
                    FOLDER.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
