package dev.zorya.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./zorya} on machines where something is missing: two sentences, exit code 3, nothing started and nothing changed.
 * Each machine is a folder with the few commands that it has.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "zorya is for the shells of Linux and macOS")
class LauncherTest {
    private static final List<String> COMMANDS = List.of(
            "bash",
            "cat",
            "dirname",
            "env",
            "find",
            "head",
            "ls",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "tail",
            "touch",
            "uname");

    @TempDir
    Path folder;

    private Path clone;
    private Path commands;

    private record Answer(int exit, String said) {}

    @BeforeEach
    void aFreshClone() throws IOException {
        clone = Files.createDirectory(folder.resolve("clone"));
        commands = Files.createDirectory(folder.resolve("commands"));
        Path source = source();
        for (String file : List.of("zorya", "pom.xml")) {
            Files.copy(source.resolve(file), clone.resolve(file));
        }
        for (String command : COMMANDS) {
            command(command, "exec " + where(command) + " \"$@\"");
        }
    }

    @Test
    void noNode() throws Exception {
        command("mvn", "exit 9");
        missing(run(Map.of(), "demo"), "Zorya needs Node 20 or newer with npm for the practice chain, and found none.");
    }

    @Test
    void anOldNode() throws Exception {
        command("mvn", "exit 9");
        command("npm", "exit 0");
        command("node", "echo v18.20.1");
        missing(run(Map.of(), "demo"), "and found only Node 18.");
    }

    @Test
    void noMaven() throws Exception {
        command("npm", "exit 0");
        command("node", "echo v22.1.0");
        missing(run(Map.of(), "demo"), "Zorya builds itself with Maven 3.8.7 or newer and found none.");
    }

    @Test
    void aNamedJdkThatIsTooOldOrNone() throws Exception {
        built();
        Path old = jdk("jdk-17", "17");
        missing(
                run(Map.of("ZORYA_JAVA_HOME", old.toString()), "demo"),
                "ZORYA_JAVA_HOME names " + old + ", and that is no JDK 25 or newer.");
        missing(run(Map.of("ZORYA_JAVA_HOME", "/nowhere"), "demo"), "ZORYA_JAVA_HOME names /nowhere");
        assertTrue(Files.notExists(clone.resolve("target/java-home")), "a refused one is not kept");
    }

    @Test
    void aNamedJdkIsUsedAlsoWhenAnotherWasFoundBefore() throws Exception {
        built();
        Path first = jdk("jdk-25", "25");
        Path second = jdk("jdk-26", "26");
        for (Path each : List.of(first, second, first)) {
            Answer answer = run(Map.of("ZORYA_JAVA_HOME", each.toString()), "bench");
            assertEquals(new Answer(0, "started by " + each + "\n"), answer);
        }
    }

    @Test
    void thePeerGetsItsFlagsAsTheyAre() throws Exception {
        built();
        Files.createDirectories(clone.resolve("node/target/classpath"));
        Path home = jdk("jdk-25", "25");
        script(home.resolve("bin/java"), """
            case "$*" in
              *-version*) echo "    java.specification.version = 25" >&2 ;;
              *) for word in "$@"; do echo "$word"; done ;;
            esac\
            """);
        Answer answer = run(
                Map.of("ZORYA_JAVA_HOME", home.toString()),
                "peer",
                "-name",
                "a b",
                "-watch=false",
                "-peers=x=00@h:1,y=01@");
        assertEquals(0, answer.exit(), answer.said());
        assertTrue(
                answer.said()
                        .endsWith("dev.zorya.node.peer.PeerCommand\n-name\na b\n-watch=false\n-peers=x=00@h:1,y=01@\n"),
                answer.said());
    }

    @Test
    void commandsAndHelp() throws Exception {
        Answer unknown = run(Map.of(), "frobnicate");
        assertEquals(2, unknown.exit());
        assertTrue(unknown.said().startsWith("There is no command \"frobnicate\".\n"), unknown.said());
        assertTrue(unknown.said().contains("./zorya demo"));
        Answer help = run(Map.of(), "--help");
        assertEquals(0, help.exit());
        assertTrue(help.said().contains("Exit codes: 0 all done"), help.said());
    }

    private static void missing(Answer answer, String sentence) {
        assertEquals(3, answer.exit(), answer.said());
        assertTrue(answer.said().contains(sentence), answer.said());
        assertTrue(answer.said().contains("Nothing was started and nothing was changed."), answer.said());
        assertEquals(2, answer.said().lines().count(), answer.said());
    }

    private Answer run(Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                        Stream.of(
                                where("bash").toString(), clone.resolve("zorya").toString()),
                        Stream.of(arguments))
                .toList());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("PATH", commands.toString());
        builder.environment().put("HOME", folder.toString());
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), said);
    }

    /** As after a build, with nothing in it. */
    private void built() throws IOException {
        Files.createDirectories(clone.resolve("contracts/node_modules"));
        Files.createDirectories(clone.resolve("benchmarks/target/classpath"));
        Files.createDirectories(clone.resolve("target"));
        Files.createFile(clone.resolve("target/built"));
    }

    /** A JDK that only knows its version, and says who started instead of starting anything. */
    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Path bin = Files.createDirectories(home.resolve("bin"));
        script(bin.resolve("javac"), "exit 0");
        script(bin.resolve("java"), """
            case "$*" in
              *-version*) echo "    java.specification.version = %s" >&2 ;;
              *) echo "started by %s" ;;
            esac\
            """.formatted(version, home));
        return home;
    }

    private void command(String name, String body) throws IOException {
        script(commands.resolve(name), body);
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!" + where("bash") + "\n" + body + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    private static Path where(String command) {
        return Stream.of("/bin", "/usr/bin", "/opt/homebrew/bin", "/usr/local/bin")
                .map(place -> Path.of(place, command))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + command + " on this system"));
    }

    /** Tests run in the module's folder. */
    private static Path source() {
        return Path.of("..").toAbsolutePath().normalize();
    }
}
