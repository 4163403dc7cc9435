package dev.zorya.desktop.launch;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where each platform keeps the data of a program. */
public final class Homes {
    private Homes() {}

    /**
     * The usual folder.
     *
     * @param osName as in the system property os.name
     * @param environment of the process
     * @param userHome the person's own folder
     */
    public static Path usual(String osName, Map<String, String> environment, Path userHome) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            return variable(environment, "APPDATA")
                    .orElse(userHome.resolve("AppData").resolve("Roaming"))
                    .resolve("Zorya");
        }
        if (os.contains("mac")) {
            return userHome.resolve("Library").resolve("Application Support").resolve("Zorya");
        }
        return variable(environment, "XDG_DATA_HOME")
                .orElse(userHome.resolve(".local").resolve("share"))
                .resolve("zorya");
    }

    private static Optional<Path> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}
