package dev.zorya.installers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The settings of a launcher: which jars, which options of Java. jpackage writes them, this adds what it has no option for. */
final class Launchers {
    private static final String CLASS_PATH = "app.classpath=$APPDIR/";
    private static final String OPTION = "java-options=";

    /** What a program in a terminal has no use for. */
    private static final List<String> WINDOW_ONLY = List.of("javafx-", "atlantafx-", "ikonli-", "desktop-ui-");

    private Launchers() {}

    static void withoutWindow(Path settings) throws IOException {
        Files.write(
                settings,
                Files.readAllLines(settings).stream()
                        .filter(line -> WINDOW_ONLY.stream().noneMatch(jar -> line.startsWith(CLASS_PATH + jar)))
                        .toList());
    }

    /** The same settings with more options of Java; the file ends with their section. */
    static void with(Path settings, List<String> options) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(settings));
        while (!lines.isEmpty() && lines.getLast().isBlank()) {
            lines.removeLast();
        }
        options.forEach(option -> lines.add(OPTION + option));
        Files.write(settings, lines);
    }
}
