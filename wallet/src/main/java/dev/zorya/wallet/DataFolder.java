package dev.zorya.wallet;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where this program keeps its files on this computer. */
public final class DataFolder {
    /** Overrides the platform's place. */
    public static final String VARIABLE = "ZORYA_DATA";

    private DataFolder() {}

    /** What {@code --data} says, else {@value #VARIABLE}, else the platform's usual place. */
    public static Path locate(Optional<Path> flag) {
        return locate(flag, System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    static Path locate(Optional<Path> flag, Map<String, String> environment, String system, Path home) {
        return flag.or(() -> path(environment, VARIABLE))
                .orElseGet(() -> platform(environment, system.toLowerCase(Locale.ROOT), home))
                .toAbsolutePath()
                .normalize();
    }

    private static Path platform(Map<String, String> environment, String system, Path home) {
        if (system.startsWith("windows")) {
            return path(environment, "LOCALAPPDATA")
                    .orElse(home.resolve("AppData").resolve("Local"))
                    .resolve("Zorya");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Zorya");
        }
        return path(environment, "XDG_DATA_HOME")
                .orElse(home.resolve(".local").resolve("share"))
                .resolve("zorya");
    }

    private static Optional<Path> path(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }
}
