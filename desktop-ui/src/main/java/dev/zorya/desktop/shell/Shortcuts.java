package dev.zorya.desktop.shell;

import dev.zorya.desktop.text.Text;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;

/** The keys of UI.md 9 for what exists. Ctrl is Cmd on macOS. */
final class Shortcuts {
    private static final Modifier CTRL = KeyCombination.SHORTCUT_DOWN;
    private static final Modifier SHIFT = KeyCombination.SHIFT_DOWN;
    private static final KeyCode[] DIGITS = {
        KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6
    };

    private Shortcuts() {}

    static List<Shortcut> of(Shell shell) {
        List<Shortcut> all = new ArrayList<>();
        int digit = 0;
        for (RailEntry entry : RailEntry.of(shell.abilities())) {
            if (entry != RailEntry.SETTINGS) {
                all.add(new Shortcut(
                        new KeyCodeCombination(DIGITS[digit++], CTRL), entry.word(), () -> shell.go(entry.place())));
            }
        }
        all.add(key(KeyCode.COMMA, Text.of("place.settings"), () -> shell.go(new Place.Settings())));
        all.add(key(KeyCode.P, Text.of("top.pay"), shell::pay));
        all.add(shifted(KeyCode.P, Text.of("top.request"), shell::request));
        all.add(key(KeyCode.N, Text.of("keys.open-channel"), () -> shell.go(new Place.OpenChannel(""))));
        all.add(shifted(KeyCode.N, Text.of("keys.add-contact"), () -> shell.go(new Place.AddContact(""))));
        all.add(key(KeyCode.K, Text.of("top.search"), shell::search));
        all.add(key(KeyCode.F, Text.of("keys.find"), shell::find));
        all.add(plain(KeyCode.F5, Text.of("keys.refresh"), shell::refresh));
        all.add(shifted(KeyCode.H, Text.of("top.hide"), shell::toggleHidden));
        all.add(key(KeyCode.L, Text.of("place.lock"), shell::lock));
        all.add(new Shortcut(
                new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN), Text.of("keys.back"), shell::back));
        all.add(key(KeyCode.OPEN_BRACKET, Text.of("keys.back"), shell::back));
        all.add(key(KeyCode.W, Text.of("keys.close"), shell::closeSheet));
        all.add(plain(KeyCode.F8, Text.of("keys.last-message"), shell::toLastMessage));
        all.add(plain(KeyCode.F1, Text.of("keys.help"), shell::help));
        return List.copyOf(all);
    }

    private static Shortcut plain(KeyCode key, String words, Runnable run) {
        return new Shortcut(new KeyCodeCombination(key), words, run);
    }

    private static Shortcut key(KeyCode key, String words, Runnable run) {
        return new Shortcut(new KeyCodeCombination(key, CTRL), words, run);
    }

    private static Shortcut shifted(KeyCode key, String words, Runnable run) {
        return new Shortcut(new KeyCodeCombination(key, CTRL, SHIFT), words, run);
    }
}
