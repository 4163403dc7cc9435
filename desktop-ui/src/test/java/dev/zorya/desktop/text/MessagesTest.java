package dev.zorya.desktop.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads the sources: every key used exists, every text is used, and the words keep to UI.md 11. */
class MessagesTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path BUNDLE = Path.of("src/main/resources/dev/zorya/desktop/text/messages.properties");
    private static final Pattern PLAIN = Pattern.compile("\\bText\\s*\\.of\\(\\s*\"([a-zA-Z0-9.-]+)\"");
    private static final Pattern COUNTED = Pattern.compile("\\bText\\s*\\.count\\(\\s*\"([a-zA-Z0-9.-]+)\"");
    private static final Pattern NOT_LITERAL = Pattern.compile("\\bText\\s*\\.(of|count)\\(\\s*[^\"\\s]");
    private static final Pattern UNWANTED =
            Pattern.compile("(?i)\\b(invalid|failed|failure|error|please|sorry|oops)\\b|!");

    @Test
    void everyKeyUsedExistsAndEveryTextIsUsed() throws IOException {
        Set<String> used = new TreeSet<>();
        for (String source : sources()) {
            collect(PLAIN, source, used, "");
            collect(COUNTED, source, used, ".one");
            collect(COUNTED, source, used, ".other");
        }
        assertFalse(used.isEmpty());
        assertEquals(used, new TreeSet<>(bundle().stringPropertyNames()));
    }

    @Test
    void keysAreLiterals() throws IOException {
        for (String source : sources()) {
            Matcher matcher = NOT_LITERAL.matcher(source);
            assertFalse(matcher.find(), () -> "a key that no test can see, at " + source.substring(matcher.start()));
        }
    }

    @Test
    void theWordsKeepToTheRules() throws IOException {
        Properties bundle = bundle();
        for (String key : bundle.stringPropertyNames()) {
            String text = bundle.getProperty(key);
            assertFalse(text.contains("'"), key + ": MessageFormat eats a straight apostrophe");
            assertFalse(UNWANTED.matcher(text).find(), key + " has a word that UI.md 11 does not want: " + text);
            assertFalse(text.isBlank(), key);
        }
    }

    @Test
    void noKeyStandsTwice() throws IOException {
        Set<String> seen = new HashSet<>();
        boolean continued = false;
        for (String line : Files.readAllLines(BUNDLE)) {
            if (!continued && !line.isBlank() && !line.startsWith("#")) {
                assertTrue(seen.add(line.substring(0, line.indexOf('='))), line);
            }
            continued = line.endsWith("\\");
        }
    }

    private static void collect(Pattern pattern, String source, Set<String> into, String suffix) {
        Matcher matcher = pattern.matcher(source);
        while (matcher.find()) {
            into.add(matcher.group(1) + suffix);
        }
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("text/Text.java"))
                    .map(MessagesTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties bundle() throws IOException {
        Properties bundle = new Properties();
        try (Reader in = Files.newBufferedReader(BUNDLE)) {
            bundle.load(in);
        }
        return bundle;
    }
}
