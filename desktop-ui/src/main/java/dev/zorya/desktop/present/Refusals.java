package dev.zorya.desktop.present;

import dev.zorya.desktop.money.Entry;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.text.Text;

/** Why an amount cannot be used, in a sentence that says what to do (UI.md 8). */
public final class Refusals {
    private Refusals() {}

    public static String of(Entry.Refused refused, Money money) {
        return switch (refused) {
            case Entry.NotANumber ignored -> Text.of("amount.not-a-number");
            case Entry.Negative ignored -> Text.of("amount.negative");
            case Entry.Zero ignored -> Text.of("amount.zero");
            case Entry.TooManyDecimals decimals ->
                decimals.allowed() == 0
                        ? Text.of("amount.no-decimals")
                        : Text.count("amount.too-many-decimals", decimals.allowed());
            case Entry.AboveBalance above ->
                Text.of("amount.above-balance", money.exact(above.available()).text());
        };
    }
}
