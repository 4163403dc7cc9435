package dev.zorya.desktop.launch;

import dev.zorya.desktop.text.Text;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Can a window be opened here? Asked before JavaFX starts, because its own answer is a stack trace. */
public final class Display {
    private Display() {}

    /** The answer. */
    public sealed interface Answer {}

    public record Ready() implements Answer {}

    /** No; the sentences say why and what to do. */
    public record Missing(String sentences) implements Answer {}

    /**
     * Looks at this machine.
     *
     * @param osName as in the system property os.name
     * @param headless JavaFX was told to draw without a screen, as tests do
     * @param environment of the process
     * @param native_ what the native side can do
     */
    public static Answer look(String osName, boolean headless, Map<String, String> environment, NativeSide native_) {
        if (headless || !osName.toLowerCase(Locale.ROOT).contains("linux")) {
            return new Ready();
        }
        Predicate<String> set = name -> !environment.getOrDefault(name, "").isBlank();
        if (!set.test("DISPLAY")) {
            return new Missing(set.test("WAYLAND_DISPLAY") ? Text.of("launch.wayland") : Text.of("launch.no-display"));
        }
        if (!native_.hasGtk()) {
            return new Missing(Text.of("launch.no-gtk"));
        }
        String display = environment.getOrDefault("DISPLAY", "");
        if (!native_.opensDisplay(display)) {
            return new Missing(Text.of("launch.no-answer", display));
        }
        return new Ready();
    }
}
