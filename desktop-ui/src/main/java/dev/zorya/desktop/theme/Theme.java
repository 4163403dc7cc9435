package dev.zorya.desktop.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;

/**
 * Dresses scenes (UI.md 12): AtlantaFX Primer as the user-agent sheet, the token sheet over it. The sheet itself switches with
 * the colour scheme of the scene; Primer is switched here. Must be used on the JavaFX thread.
 */
public final class Theme {
    private static final List<String> SHEETS = List.of("zorya.css", "controls.css", "components.css").stream()
            .map(name ->
                    Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm())
            .toList();
    private static final int[] SIZES = {90, 100, 115, 130};
    private static final double BASE_PIXELS = 13;

    private final Scene scene;
    private final ObservableValue<ColorScheme> system;
    private ThemeChoice choice;
    private int percent = 100;

    private Theme(Scene scene, ThemeChoice choice, ObservableValue<ColorScheme> system) {
        this.scene = scene;
        this.choice = choice;
        this.system = system;
    }

    /** Loads the fonts, puts the sheets on the scene and follows the choice from now on. */
    public static Theme dress(Scene scene, ThemeChoice choice) {
        return dress(scene, choice, Platform.getPreferences().colorSchemeProperty());
    }

    /** @param system what the operating system wants; it may change its mind at any time */
    static Theme dress(Scene scene, ThemeChoice choice, ObservableValue<ColorScheme> system) {
        Fonts.load();
        Theme theme = new Theme(scene, choice, system);
        scene.getStylesheets().addAll(SHEETS);
        scene.getPreferences().colorSchemeProperty().addListener((o, was, is) -> theme.primer(is));
        system.addListener((o, was, is) -> theme.pin(theme.choice));
        theme.pin(choice);
        theme.primer(scene.getPreferences().getColorScheme());
        return theme;
    }

    /** The sheets, for a popup with a scene of its own. */
    public static List<String> sheets() {
        return SHEETS;
    }

    public ThemeChoice choice() {
        return choice;
    }

    public void pin(ThemeChoice wanted) {
        choice = wanted;
        scene.getPreferences()
                .setColorScheme(
                        switch (wanted) {
                            case SYSTEM -> system.getValue();
                            case LIGHT -> ColorScheme.LIGHT;
                            case DARK -> ColorScheme.DARK;
                        });
    }

    public int textSize() {
        return percent;
    }

    /** The next larger or smaller of the offered text sizes: 90, 100, 115 and 130 %. */
    public void textSize(int steps) {
        int at = java.util.Arrays.binarySearch(SIZES, percent);
        textSizePercent(SIZES[Math.clamp(at + steps, 0, SIZES.length - 1)]);
    }

    public void textSizePercent(int wanted) {
        if (java.util.Arrays.binarySearch(SIZES, wanted) < 0) {
            throw new IllegalArgumentException("text size not offered: " + wanted);
        }
        percent = wanted;
        scene.getRoot().setStyle("-fx-font-size: " + BASE_PIXELS * wanted / 100 + "px;");
    }

    private void primer(ColorScheme scheme) {
        Application.setUserAgentStylesheet(
                scheme == ColorScheme.DARK
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
    }
}
