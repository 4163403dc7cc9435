package dev.zorya.identity.agent;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds a Python that ACA-Py 1.7 runs on. A file of the right name may refuse to run, so each is asked first (ARIES.md 2). */
final class Pythons {
    /** Names one Python to take instead of searching. */
    static final String VARIABLE = "ZORYA_PYTHON";

    /** Best first: for 3.13 the package index serves the release itself; the others need persuasion or are not much tried. */
    private static final List<Integer> MINORS = List.of(13, 14, 12);

    private static final Pattern VERSION = Pattern.compile("zorya 3\\.(\\d+)");
    private static final String QUESTION =
            "import sys, venv, ensurepip, ssl, sqlite3; print('zorya 3.%d' % sys.version_info[1])";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Map<String, String> environment;
    private final Path home;

    /** @param minor of its version, 12 for 3.12 */
    record Python(Path program, int minor) {}

    Pythons(Map<String, String> environment, Path home) {
        this.environment = environment;
        this.home = home;
    }

    static Pythons here() {
        return new Pythons(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    Optional<Python> find() {
        Optional<String> chosen = Optional.ofNullable(environment.get(VARIABLE)).filter(text -> !text.isBlank());
        if (chosen.isPresent()) {
            return ask(Path.of(chosen.get()));
        }
        for (int minor : MINORS) {
            Optional<Python> found = candidates(minor).stream()
                    .map(Pythons::ask)
                    .flatMap(Optional::stream)
                    .filter(python -> python.minor() == minor)
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Set<Path> candidates(int minor) {
        Set<Path> candidates = new LinkedHashSet<>();
        for (Path folder : folders(minor)) {
            for (String name :
                    List.of("python3." + minor, "python3." + minor + ".exe", "python3", "python3.exe", "python.exe")) {
                Path program = folder.resolve(name);
                if (Files.isExecutable(program)) {
                    candidates.add(program);
                }
            }
        }
        return candidates;
    }

    private List<Path> folders(int minor) {
        List<Path> folders = new ArrayList<>();
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(environment.getOrDefault("PATH", ""))
                .filter(entry -> !entry.isBlank())
                .map(Path::of)
                .forEach(folders::add);
        folders.addAll(pyenv(minor));
        folders.add(Path.of("/usr/local/bin"));
        folders.add(Path.of("/opt/homebrew/bin"));
        folders.add(Path.of("/Library/Frameworks/Python.framework/Versions/3." + minor + "/bin"));
        Optional.ofNullable(environment.get("LOCALAPPDATA"))
                .ifPresent(local -> folders.add(Path.of(local, "Programs", "Python", "Python3" + minor)));
        Optional.ofNullable(environment.get("ProgramFiles"))
                .ifPresent(programs -> folders.add(Path.of(programs, "Python3" + minor)));
        return folders;
    }

    private List<Path> pyenv(int minor) {
        Path versions = home.resolve(".pyenv").resolve("versions");
        if (!Files.isDirectory(versions)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(versions)) {
            return all.filter(path -> String.valueOf(path.getFileName()).startsWith("3." + minor + "."))
                    .sorted()
                    .map(path -> path.resolve("bin"))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Nothing if it does not run, is too old, or lacks what a virtual environment needs. */
    private static Optional<Python> ask(Path program) {
        try {
            ProcessBuilder question = new ProcessBuilder(program.toString(), "-I", "-c", QUESTION);
            Command.Result answer = Command.run(question, PATIENCE, line -> {});
            Matcher version = VERSION.matcher(answer.tail());
            return answer.code() == 0 && version.find()
                    ? Optional.of(new Python(program, Integer.parseInt(version.group(1))))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static boolean windows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }
}
