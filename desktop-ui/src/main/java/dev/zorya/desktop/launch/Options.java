package dev.zorya.desktop.launch;

import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.link.Link;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The command line, understood.
 *
 * @param folder the folder of the data, if the command line names one
 * @param measureStart print the milliseconds to the first frame and end
 * @param link a zorya: link to show, at most one character longer than one may be; empty without one
 */
public record Options(@Nullable Path folder, boolean measureStart, String link) {
    /** No option at all. */
    public static final Options USUAL = new Options(null, false, "");

    public Optional<Path> data() {
        return Optional.ofNullable(folder);
    }

    /** What the arguments ask for. */
    public sealed interface Request {}

    public record Run(Options options) implements Request {}

    public record Help() implements Request {}

    public record Version() implements Request {}

    /** Not understood; {@code sentence} says what and where to look. */
    public record Mistake(String sentence) implements Request {}

    public static Request parse(List<String> arguments) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        @Nullable Path data = null;
        boolean measure = false;
        String link = "";
        while (!rest.isEmpty()) {
            String argument = rest.poll();
            switch (argument) {
                case "-h", "--help" -> {
                    return new Help();
                }
                case "--version" -> {
                    return new Version();
                }
                case "--measure-start" -> measure = true;
                case "--data" -> {
                    String folder = rest.poll();
                    if (folder == null || folder.isBlank()) {
                        return new Mistake(Text.of("launch.data-missing"));
                    }
                    try {
                        data = Path.of(folder);
                    } catch (InvalidPathException e) {
                        return new Mistake(Text.of("launch.data-odd", folder));
                    }
                }
                default -> {
                    // nothing may follow a link: what wrote it could have ended it with a quote and gone on with
                    // options
                    if (Link.is(argument) && rest.isEmpty()) {
                        link = argument.substring(0, Math.min(argument.length(), Link.LONGEST + 1));
                        break;
                    }
                    return new Mistake(Text.of("launch.no-option", argument));
                }
            }
        }
        return new Run(new Options(data, measure, link));
    }
}
