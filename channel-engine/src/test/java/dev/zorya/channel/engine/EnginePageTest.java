package dev.zorya.channel.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program in docs/ENGINE.md does what the page says. */
class EnginePageTest {
    private static final int LINES = 60;

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void theProgramOfThePageRunsAndPrintsWhatThePageSays() throws Exception {
        String page = Files.readString(page());
        String program = block(page, "java");
        assertTrue(program.lines().count() < LINES, "under " + LINES + " lines");
        assertEquals(block(page, "text").strip(), run(program).strip());
    }

    private static Path page() {
        Path inModule = Path.of("..", "docs", "ENGINE.md");
        return Files.exists(inModule) ? inModule : Path.of("docs", "ENGINE.md");
    }

    private static String block(String page, String language) {
        Matcher found =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertTrue(found.find(), "a block of " + language);
        return found.group(1);
    }

    private String run(String program) throws Exception {
        Path source = Files.writeString(folder.resolve("FirstChannel.java"), program);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        source.toString());
        assertEquals(0, result, "compiles");
        URI classes = folder.toUri();
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader = new URLClassLoader(
                        new URL[] {classes.toURL()}, getClass().getClassLoader());
                PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            loader.loadClass("FirstChannel").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } catch (IOException e) {
            throw new AssertionError(e);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
