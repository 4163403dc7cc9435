package dev.zorya.desktop.launch;

import java.awt.Desktop;
import java.util.Locale;
import java.util.function.Consumer;

/** macOS tells a running program of a link instead of starting it again with one. */
public final class MacLinks {
    private MacLinks() {}

    /**
     * Does nothing on other systems.
     *
     * @param taker called on a thread of the system
     */
    public static void tell(Consumer<String> taker) {
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
        if (mac && Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.APP_OPEN_URI)) {
            Desktop.getDesktop()
                    .setOpenURIHandler(event -> taker.accept(event.getURI().toString()));
        }
    }
}
