package dev.zorya.desktop.contactadd;

import dev.zorya.desktop.component.Action;
import dev.zorya.desktop.component.Buttons;
import dev.zorya.desktop.component.Icon;
import dev.zorya.desktop.component.Labels;
import dev.zorya.desktop.component.Space;
import dev.zorya.desktop.component.Tone;
import dev.zorya.desktop.text.Text;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Takes what the other person gave: pasted, dropped, from a file, as text or as a picture of a QR code. There is no camera in it. */
final class TheirSide extends VBox {
    private static final int ROWS = 3;
    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

    private final TextArea text = new TextArea();
    private final Label brief = Labels.line("");
    private final Button replace;
    private final HBox known;
    private final VBox entry;
    private final Listener listener;
    /** It came in one piece. */
    private boolean pasted;

    /** What comes in. */
    interface Listener {
        void typed(String text);

        /** Something else is to be pasted. */
        void replace();

        void wantsFile();

        void dropped(Path file);

        void dropped(Image picture);
    }

    TheirSide(Listener listener) {
        super(10);
        this.listener = listener;
        text.setId("add-text");
        text.setWrapText(true);
        text.setPrefRowCount(ROWS);
        text.setMinHeight(USE_PREF_SIZE);
        text.setPromptText(Text.of("add.paste"));
        text.getStyleClass().add("z-mono");
        text.textProperty().addListener((o, was, is) -> {
            pasted = is.length() > was.length() + 1;
            listener.typed(is);
        });
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        Button paste = Buttons.small(new Action(Text.of("add.paste-now"), this::paste));
        paste.setId("add-paste");
        paste.setGraphic(Icon.PASTE.view());
        Button file = Buttons.small(new Action(Text.of("add.from-file"), listener::wantsFile));
        file.setId("add-file");
        file.setGraphic(Icon.FOLDER.view());
        replace = Buttons.link(new Action(Text.of("add.replace"), listener::replace));
        replace.setId("add-replace");
        brief.getStyleClass().add("z-mono");
        brief.setMinWidth(0);
        brief.textProperty().bind(text.textProperty());
        known = new HBox(8, Icon.DONE.view(Tone.OK), Space.wide(brief), replace);
        known.setAlignment(Pos.CENTER_LEFT);
        known.getStyleClass().add("z-inset");
        entry = new VBox(
                10,
                text,
                new HBox(8, paste, file),
                Labels.paragraph(Text.of("add.theirs.about"), "z-small", "z-muted"));
        Label heading = Labels.of(Text.of("add.theirs"), text);
        heading.getStyleClass().add("z-heading");
        getChildren().addAll(heading, known, entry, Space.line());
        open();
    }

    /** Something can be pasted. */
    void open() {
        present(true);
        brief(false);
    }

    /** What came is understood; whoever types it by hand goes on typing. */
    void understood() {
        present(true);
        brief(pasted);
    }

    /** The person has decided about it, or the own invitation was used and there is nothing to paste. */
    void settled() {
        present(false);
    }

    private void present(boolean yes) {
        setVisible(yes);
        setManaged(yes);
    }

    /** One line is left of it, with the way to another one. */
    private void brief(boolean yes) {
        boolean typing = text.isFocused();
        known.setVisible(yes);
        known.setManaged(yes);
        entry.setVisible(!yes);
        entry.setManaged(!yes);
        if (yes && typing) {
            replace.requestFocus();
        }
    }

    void focus() {
        text.requestFocus();
    }

    void text(String pasted) {
        text.setText(pasted);
    }

    /** A picture on the clipboard is read instead of pasted. */
    private void key(KeyEvent event) {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (PASTE.match(event) && !clipboard.hasString() && clipboard.hasImage()) {
            event.consume();
            paste();
        }
    }

    private void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles()) {
            listener.dropped(clipboard.getFiles().getFirst().toPath());
        } else if (clipboard.hasString()) {
            text(clipboard.getString());
        } else if (clipboard.hasImage()) {
            listener.dropped(clipboard.getImage());
        }
        focus();
    }

    /** Files, pictures and texts can be dropped anywhere on it. */
    void takesDrops(Node page) {
        page.setOnDragOver(event -> {
            Dragboard board = event.getDragboard();
            if (board.hasFiles() || board.hasImage() || board.hasString()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        page.setOnDragDropped(this::dropped);
    }

    private void dropped(DragEvent event) {
        Dragboard board = event.getDragboard();
        if (board.hasFiles()) {
            listener.dropped(board.getFiles().getFirst().toPath());
        } else if (board.hasImage()) {
            listener.dropped(board.getImage());
        } else if (board.hasString()) {
            text(board.getString());
        }
        event.setDropCompleted(true);
        event.consume();
    }
}
