package dev.zorya.desktop.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import javafx.scene.text.Font;

/**
 * The bundled fonts (UI.md 5). JavaFX finds a weight only by its family name, and a fallback font would shift every screen,
 * so each file must answer with the name that the sheet uses.
 */
final class Fonts {
    private static final Map<String, String> FILES = Map.of(
            "Inter-Regular.ttf", "Inter",
            "Inter-Medium.ttf", "Inter Medium",
            "Inter-SemiBold.ttf", "Inter Semi Bold",
            "InterDisplay-SemiBold.ttf", "Inter Display Semi Bold",
            "ZoryaFigures-Regular.ttf", "Zorya Figures",
            "ZoryaFigures-Medium.ttf", "Zorya Figures Medium",
            "ZoryaFigures-SemiBold.ttf", "Zorya Figures Semi Bold",
            "JetBrainsMono-Regular.ttf", "JetBrains Mono");

    private static final double ANY_SIZE = 13;

    private Fonts() {}

    /** @throws IllegalStateException if a font is missing from the program or answers to another name */
    static void load() {
        FILES.forEach(Fonts::load);
    }

    private static void load(String file, String family) {
        try (InputStream in = Fonts.class.getResourceAsStream("fonts/" + file)) {
            Font font = in == null ? null : Font.loadFont(in, ANY_SIZE);
            if (font == null || !font.getFamily().equals(family)) {
                throw new IllegalStateException("The font " + file + " is not the family " + family
                        + ". This copy of the program is damaged: install it again.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
