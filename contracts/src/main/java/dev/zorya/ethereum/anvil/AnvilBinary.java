package dev.zorya.ethereum.anvil;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * Where the anvil program is. Looked for in this order:
 *
 * <ol>
 *   <li>the system property or environment variable {@code ZORYA_ANVIL};
 *   <li>beside the installed application: {@code bin/anvil} or {@code anvil} below the property {@code zorya.home};
 *   <li>{@code contracts/node_modules} of the source checkout that the property {@code zorya.source} names, or that
 *       the working directory lies in;
 *   <li>{@code anvil} on the {@code PATH}.
 * </ol>
 */
public final class AnvilBinary {
    /** Names the program directly, as a property or in the environment. */
    public static final String OVERRIDE = "ZORYA_ANVIL";

    private static final String MISSING =
            "The practice network cannot start because the program 'anvil' is not on this machine. No money is affected. "
                    + "Install Node 20 or newer and start Zorya again with ./zorya, which fetches anvil by itself; or set "
                    + OVERRIDE + " to an anvil that you have.";

    private AnvilBinary() {}

    /**
     * The program to run.
     *
     * @throws AnvilException {@code MISSING} if there is none
     */
    public static Path find() throws AnvilException {
        return find(System.getProperties(), System.getenv(), Path.of("").toAbsolutePath());
    }

    static Path find(Properties properties, Map<String, String> environment, Path workingDirectory)
            throws AnvilException {
        String override = properties.getProperty(OVERRIDE, environment.getOrDefault(OVERRIDE, ""));
        if (!override.isEmpty()) {
            Path named = Path.of(override);
            if (isProgram(named)) {
                return named;
            }
            throw new AnvilException(
                    AnvilException.Reason.MISSING,
                    "The practice network cannot start because " + OVERRIDE + " names " + named
                            + ", which is not a program. No money is affected. Correct the setting or remove it.");
        }
        for (Path candidate : candidates(properties, environment, workingDirectory)) {
            if (isProgram(candidate)) {
                return candidate;
            }
        }
        throw new AnvilException(AnvilException.Reason.MISSING, MISSING);
    }

    private static List<Path> candidates(
            Properties properties, Map<String, String> environment, Path workingDirectory) {
        String file = isWindows(properties) ? "anvil.exe" : "anvil";
        var candidates = new ArrayList<Path>();
        String home = properties.getProperty("zorya.home", "");
        if (!home.isEmpty()) {
            candidates.add(Path.of(home, "bin", file));
            candidates.add(Path.of(home, file));
        }
        Path installed = Path.of("contracts", "node_modules", "@foundry-rs", npmPackage(properties), "bin", file);
        String source = properties.getProperty("zorya.source", "");
        if (!source.isEmpty()) {
            candidates.add(Path.of(source).resolve(installed));
        }
        for (Path folder = workingDirectory; folder != null; folder = folder.getParent()) {
            candidates.add(folder.resolve(installed));
        }
        for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (!folder.isEmpty()) {
                candidates.add(Path.of(folder, file));
            }
        }
        return candidates;
    }

    private static String npmPackage(Properties properties) {
        String os = properties.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = isWindows(properties) ? "win32" : os.startsWith("mac") ? "darwin" : "linux";
        String processor = properties.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
        return "anvil-" + system + "-" + processor;
    }

    private static boolean isWindows(Properties properties) {
        return properties.getProperty("os.name").startsWith("Windows");
    }

    private static boolean isProgram(Path path) {
        return Files.isRegularFile(path) && Files.isExecutable(path);
    }
}
