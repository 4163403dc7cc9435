package dev.zorya.installers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the programs that the build is made of. What they say goes into one log; a failure shows its end. */
final class Tool {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int SHOWN_LINES = 25;

    private final Path jdk;
    private final Path log;
    private final Map<String, String> environment;

    /** @param environment what every program gets in addition */
    Tool(Path jdk, Path log, Map<String, String> environment) {
        this.jdk = jdk;
        this.log = log;
        this.environment = environment;
    }

    /** A program of the JDK that runs this build. */
    void jdk(String name, List<String> arguments) throws IOException, InterruptedException, BuildException {
        run(jdk.resolve("bin").resolve(name + suffix()).toString(), arguments);
    }

    void run(String program, List<String> arguments) throws IOException, InterruptedException, BuildException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(arguments);
        Files.writeString(log, "\n$ " + String.join(" ", command) + "\n", append());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new BuildException(program + " did not end within " + PATIENCE.toMinutes() + " minutes. See " + log);
        }
        if (process.exitValue() != 0) {
            throw new BuildException(program + " ended with " + process.exitValue() + ":\n" + lastLines());
        }
    }

    /** Whether a program of this name is on the PATH. */
    static boolean isThere(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(java.io.File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program + suffix())));
    }

    private static String suffix() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        return windows ? ".exe" : "";
    }

    private String lastLines() throws IOException {
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
    }

    private static java.nio.file.OpenOption[] append() {
        return new java.nio.file.OpenOption[] {
            java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND
        };
    }
}
