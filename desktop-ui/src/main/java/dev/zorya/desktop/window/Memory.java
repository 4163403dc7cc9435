package dev.zorya.desktop.window;

import dev.zorya.desktop.theme.ThemeChoice;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the window remembers between starts: size, theme, text size. One small commented file; an unreadable or damaged one
 * counts as empty, because nothing in it is worth a question.
 */
public final class Memory {
    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);
    private static final String COMMENT =
            "Zorya's window. theme: system, light or dark. text: 90, 100, 115 or 130 percent. width and height in"
                    + " pixels.";
    private static final double FIRST_WIDTH = 1280;
    private static final double FIRST_HEIGHT = 800;
    private static final int USUAL_TEXT = 100;

    private final Path file;
    private final Properties values = new Properties();

    public Memory(Path file) {
        this.file = file;
        if (Files.isReadable(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                values.load(in);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("The window starts with its usual look: {} cannot be read ({})", file, e.toString());
            }
        }
    }

    ThemeChoice theme() {
        String name = values.getProperty("theme", "system").strip().toUpperCase(Locale.ROOT);
        for (ThemeChoice choice : ThemeChoice.values()) {
            if (choice.name().equals(name)) {
                return choice;
            }
        }
        return ThemeChoice.SYSTEM;
    }

    void theme(ThemeChoice choice) {
        values.setProperty("theme", choice.name().toLowerCase(Locale.ROOT));
    }

    int textSize() {
        int percent = (int) number("text", USUAL_TEXT);
        return percent == 90 || percent == 115 || percent == 130 ? percent : USUAL_TEXT;
    }

    void textSize(int percent) {
        values.setProperty("text", Integer.toString(percent));
    }

    double width() {
        return Math.max(Window.LEAST_WIDTH, number("width", FIRST_WIDTH));
    }

    double height() {
        return Math.max(Window.LEAST_HEIGHT, number("height", FIRST_HEIGHT));
    }

    void size(double width, double height) {
        values.setProperty("width", Integer.toString((int) width));
        values.setProperty("height", Integer.toString((int) height));
    }

    private double number(String key, double usual) {
        try {
            return Double.parseDouble(values.getProperty(key, Double.toString(usual)));
        } catch (NumberFormatException e) {
            return usual;
        }
    }

    /** Writes the file; may block. A disk that refuses costs only the memory of a look. */
    void save() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer out = Files.newBufferedWriter(file)) {
                values.store(out, COMMENT);
            }
        } catch (IOException e) {
            LOG.warn("The look of the window was not remembered: {}", e.toString());
        }
    }
}
