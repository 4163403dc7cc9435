package dev.zorya.desktop.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of the program. Keys are written as literals at the place of use: a test reads the sources and fails for a key
 * that the bundle lacks and for a text that nobody uses.
 */
public final class Text {
    private static final Locale LOCALE = Locale.getDefault();
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("dev.zorya.desktop.text.messages", LOCALE, Text.class.getClassLoader());

    private Text() {}

    /** The language and number format of every text. */
    public static Locale locale() {
        return LOCALE;
    }

    /**
     * A text.
     *
     * @param key a literal key of the bundle
     * @param values what replaces {0}, {1} and so on; numbers must come formatted
     */
    public static String of(String key, Object... values) {
        return new MessageFormat(BUNDLE.getString(key), LOCALE).format(values);
    }

    /**
     * A text that depends on a count: the bundle has one line for each plural form, {@code key.one} and {@code key.other} in
     * English.
     *
     * @param count the number, also {0}
     * @param values {1} and so on
     */
    public static String count(String key, long count, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = count;
        System.arraycopy(values, 0, all, 1, values.length);
        return of(key + "." + PluralForm.of(count).suffix(), all);
    }
}
