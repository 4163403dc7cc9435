package dev.zorya.desktop.window;

import dev.zorya.desktop.shell.SaveDialog;
import dev.zorya.desktop.text.Text;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The dialog of the system. */
record NativeSaveDialog(Window owner) implements SaveDialog {
    @Override
    public Optional<Path> choose(String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Text.of("evidence.export"));
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }
}
