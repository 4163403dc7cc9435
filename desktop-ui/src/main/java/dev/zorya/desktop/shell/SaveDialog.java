package dev.zorya.desktop.shell;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the person where to save a file. Called on the JavaFX thread, which goes on meanwhile. */
@FunctionalInterface
public interface SaveDialog {
    /**
     * The chosen file, or empty if the person thought better of it.
     *
     * @param name suggested for the file
     */
    Optional<Path> choose(String name);
}
