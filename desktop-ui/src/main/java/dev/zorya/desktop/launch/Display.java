package dev.zorya.desktop.launch;

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
            return set.test("WAYLAND_DISPLAY") ? new Missing("""
                        This desktop runs Wayland without Xwayland, which the window needs (DISPLAY is not set).
                        Nothing was changed. Install Xwayland, or see Zorya work in the terminal: ./zorya demo\
                        """) : new Missing("""
                        There is no display to open a window on (DISPLAY is not set).
                        Nothing was changed. Start Zorya from a desktop session, or see it work in the terminal: ./zorya demo\
                        """);
        }
        if (!native_.hasGtk()) {
            return new Missing("""
                There is a display, but the GTK 3 libraries that draw the window are missing.
                Nothing was changed. On Debian or Ubuntu: sudo apt install libgtk-3-0. On Fedora: sudo dnf install gtk3. Without a window: ./zorya demo\
                """);
        }
        if (!native_.opensDisplay(environment.getOrDefault("DISPLAY", ""))) {
            return new Missing("The display %s does not answer, so no window can be opened.%n"
                            .formatted(environment.get("DISPLAY"))
                    + "Nothing was changed. Check DISPLAY and the permission to use it, or see Zorya work in"
                    + " the terminal: ./zorya demo");
        }
        return new Ready();
    }
}
