package dev.zorya.desktop.shell;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the person which file or folder is meant. Called on the JavaFX thread, which goes on meanwhile. Empty if they thought better of it. */
public interface FileDialogs {
    /**
     * Where to write.
     *
     * @param name suggested for the file
     */
    Optional<Path> save(String name);

    /**
     * What to read.
     *
     * @param title says what the file is for
     */
    Optional<Path> open(String title);

    /**
     * A folder that is there.
     *
     * @param title says what the folder is for
     */
    Optional<Path> folder(String title);
}
