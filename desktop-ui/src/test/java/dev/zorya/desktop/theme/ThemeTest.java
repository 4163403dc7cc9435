package dev.zorya.desktop.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Light, dark and the size of text, on a scene of its own. */
@ExtendWith(ApplicationExtension.class)
class ThemeTest {
    private final ObjectProperty<ColorScheme> system = new SimpleObjectProperty<>(ColorScheme.LIGHT);
    private Scene scene;

    @Start
    void start(Stage stage) {
        scene = new Scene(new StackPane());
        stage.setScene(scene);
    }

    private void shows(ColorScheme scheme) {
        assertEquals(scheme, scene.getPreferences().getColorScheme());
        String primer = Application.getUserAgentStylesheet();
        assertTrue(primer.contains(scheme == ColorScheme.DARK ? "primer-dark" : "primer-light"), primer);
    }

    @Test
    void systemFollowsTheOperatingSystemWhenItChanges(FxRobot robot) {
        robot.interact(() -> {
            Theme.dress(scene, ThemeChoice.SYSTEM, system);
            shows(ColorScheme.LIGHT);
            system.set(ColorScheme.DARK);
            shows(ColorScheme.DARK);
            system.set(ColorScheme.LIGHT);
            shows(ColorScheme.LIGHT);
        });
    }

    @Test
    void aPinnedThemeStaysWhateverTheSystemDoes(FxRobot robot) {
        robot.interact(() -> {
            Theme theme = Theme.dress(scene, ThemeChoice.DARK, system);
            shows(ColorScheme.DARK);
            system.set(ColorScheme.DARK);
            system.set(ColorScheme.LIGHT);
            shows(ColorScheme.DARK);
            theme.pin(ThemeChoice.LIGHT);
            system.set(ColorScheme.DARK);
            shows(ColorScheme.LIGHT);
            assertEquals(ThemeChoice.LIGHT, theme.choice());
        });
    }

    @Test
    void backToSystemTakesWhatTheSystemWantsByNow(FxRobot robot) {
        robot.interact(() -> {
            Theme theme = Theme.dress(scene, ThemeChoice.LIGHT, system);
            system.set(ColorScheme.DARK);
            shows(ColorScheme.LIGHT);
            theme.pin(ThemeChoice.SYSTEM);
            shows(ColorScheme.DARK);
            system.set(ColorScheme.LIGHT);
            shows(ColorScheme.LIGHT);
        });
    }

    @Test
    void theRealSystemIsAskedWhenNobodyElseIs(FxRobot robot) {
        robot.interact(() -> {
            Theme.dress(scene, ThemeChoice.SYSTEM);
            shows(Platform.getPreferences().getColorScheme());
        });
    }

    @Test
    void textStepsThroughTheOfferedSizesAndStopsAtTheEnds(FxRobot robot) {
        robot.interact(() -> {
            Theme theme = Theme.dress(scene, ThemeChoice.LIGHT, system);
            assertEquals(100, theme.textSize());
            for (int size : List.of(115, 130, 130)) {
                theme.textSize(1);
                assertEquals(size, theme.textSize());
            }
            assertEquals("-fx-font-size: 16.9px;", scene.getRoot().getStyle());
            for (int size : List.of(115, 100, 90, 90)) {
                theme.textSize(-1);
                assertEquals(size, theme.textSize());
            }
            assertEquals("-fx-font-size: 11.7px;", scene.getRoot().getStyle());
            assertThrows(IllegalArgumentException.class, () -> theme.textSizePercent(101));
            assertEquals(90, theme.textSize(), "a size that is not offered changes nothing");
        });
    }

    @Test
    void theSheetsAreOnTheSceneAndTheFontsAreLoaded(FxRobot robot) {
        robot.interact(() -> Theme.dress(scene, ThemeChoice.LIGHT, system));
        assertTrue(scene.getStylesheets().containsAll(Theme.sheets()));
        assertEquals(3, Theme.sheets().size());
        for (String family : List.of("Inter", "Inter Semi Bold", "Zorya Figures", "JetBrains Mono")) {
            assertTrue(Font.getFamilies().contains(family), family + " would be replaced by a fallback");
        }
    }
}
