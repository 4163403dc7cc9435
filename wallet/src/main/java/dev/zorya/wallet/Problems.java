package dev.zorya.wallet;

import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.util.ResourceBundle;

/** Makes problems from the bundle {@code problems}: three sentences for each code, details from the cause. */
public final class Problems {
    private Problems() {}

    /** @param arguments for {@code {0}}, {@code {1}} of the three sentences */
    public static WalletProblem of(Code code, String details, String... arguments) {
        return new WalletProblem(
                code,
                sentence(code, "what", arguments),
                sentence(code, "meaning", arguments),
                sentence(code, "next", arguments),
                details);
    }

    public static WalletException failure(Code code, String... arguments) {
        return new WalletException(of(code, "", arguments));
    }

    public static WalletException failure(Code code, Throwable cause, String... arguments) {
        return new WalletException(of(code, String.valueOf(cause.getMessage()), arguments), cause);
    }

    private static String sentence(Code code, String part, String... arguments) {
        String text = Bundle.TEXTS.getString(code.name() + "." + part);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", arguments[i]);
        }
        return text;
    }

    /** Read when the first problem is met, not at start-up. */
    private static final class Bundle {
        static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.zorya.wallet.problems");
    }
}
