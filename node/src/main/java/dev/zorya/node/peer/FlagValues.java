package dev.zorya.node.peer;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was said on the command line: {@code -flag value} or {@code -flag=value}, with a single dash. */
record FlagValues(Map<Flag, String> values) {
    FlagValues {
        values = Map.copyOf(values);
    }

    static FlagValues parse(List<String> args) throws UsageException {
        Map<Flag, String> values = new EnumMap<>(Flag.class);
        Iterator<String> rest = args.iterator();
        Optional<String> ahead = Optional.empty();
        while (ahead.isPresent() || rest.hasNext()) {
            String arg = ahead.isPresent() ? ahead.get() : rest.next();
            ahead = Optional.empty();
            int equals = arg.indexOf('=');
            Flag flag = find(equals < 0 ? arg : arg.substring(0, equals));
            if (equals >= 0) {
                values.put(flag, arg.substring(equals + 1));
            } else if (flag.isSwitch()) {
                ahead = rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
                Optional<String> said = ahead.filter(FlagValues::isTruth);
                values.put(flag, said.orElse("true"));
                ahead = said.isPresent() ? Optional.empty() : ahead;
            } else if (rest.hasNext()) {
                values.put(flag, rest.next());
            } else {
                throw new UsageException("The flag -" + flag.text() + " needs a value.");
            }
        }
        return new FlagValues(values);
    }

    private static Flag find(String said) throws UsageException {
        return Arrays.stream(Flag.values())
                .filter(flag -> said.equals("-" + flag.text()))
                .findFirst()
                .orElseThrow(() -> new UsageException("There is no flag " + said + "."));
    }

    private static boolean isTruth(String text) {
        return text.equals("true") || text.equals("false");
    }

    String text(Flag flag) {
        return values.getOrDefault(flag, flag.preset());
    }

    boolean on(Flag flag) throws UsageException {
        String text = text(flag);
        if (!isTruth(text)) {
            throw new UsageException("The flag -" + flag.text() + " is true or false, not \"" + text + "\".");
        }
        return text.equals("true");
    }

    /** From 1 on. */
    int count(Flag flag) throws UsageException {
        try {
            int number = Integer.parseInt(text(flag));
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, as for a number that is too small
        }
        throw new UsageException("The flag -" + flag.text() + " is a number from 1 on, not \"" + text(flag) + "\".");
    }

    /** One of the constants of an enum, which are written in small letters. */
    <E extends Enum<E>> E choice(Flag flag, Class<E> choices) throws UsageException {
        return Arrays.stream(choices.getEnumConstants())
                .filter(each -> Choice.text(each).equals(text(flag)))
                .findFirst()
                .orElseThrow(() -> new UsageException("The flag -" + flag.text() + " is "
                        + Arrays.stream(choices.getEnumConstants())
                                .map(Choice::text)
                                .collect(Collectors.joining(" or "))
                        + ", not \"" + text(flag) + "\"."));
    }
}
