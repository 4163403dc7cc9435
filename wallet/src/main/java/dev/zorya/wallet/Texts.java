package dev.zorya.wallet;

import java.util.ResourceBundle;

/** Sentences of the wallet that are no problems, from the bundle {@code texts}. */
public final class Texts {
    private Texts() {}

    /** @param arguments for {@code {0}}, {@code {1}} */
    public static String get(String key, String... arguments) {
        String text = Bundle.TEXTS.getString(key);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", arguments[i]);
        }
        return text;
    }

    /** Read when the first sentence is needed, not at start-up. */
    private static final class Bundle {
        static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.zorya.wallet.texts");
    }
}
