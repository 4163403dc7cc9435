package dev.zorya.identity;

/** Makes names that others chose safe to show: one line, no control or direction characters, bounded (THREATS.md 58, 63). */
public final class Labels {
    private static final int MAX_CODE_POINTS = 48;

    private Labels() {}

    /** The text with each run of blanks and invisible characters as one space; at most 48 code points. */
    public static String clean(String label) {
        return clean(label, MAX_CODE_POINTS);
    }

    /** The same for other one-line texts. @param max code points */
    public static String clean(String label, int max) {
        StringBuilder shown = new StringBuilder();
        label.codePoints()
                .map(c -> visible(c) ? c : ' ')
                .filter(c -> c != ' ' || !(shown.isEmpty() || shown.charAt(shown.length() - 1) == ' '))
                .limit(max)
                .forEach(shown::appendCodePoint);
        return shown.toString().strip();
    }

    private static boolean visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }
}
