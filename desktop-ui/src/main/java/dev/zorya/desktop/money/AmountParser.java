package dev.zorya.desktop.money;

import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.Coin;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads amounts as people type them: "." or "," is the decimal sign, spaces are groups, nothing else counts (UI.md 6). */
public final class AmountParser {
    /** Far above any uint256 with all its decimals, far below what could slow the field down. */
    private static final int MAX_LENGTH = 160;

    private static final Pattern SPACES = Pattern.compile("[ \\u00A0\\u2009\\u202F]");
    private static final Pattern MINUS_FIRST = Pattern.compile("[-\\u2212].*");
    private static final Pattern NUMBER = Pattern.compile("(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)");

    private AmountParser() {}

    /**
     * Reads an amount that has an upper limit.
     *
     * @param text what was typed
     * @param available the most that can be used; also says in which coin
     */
    public static Entry parse(String text, Amount available) {
        Entry entry = parse(text, available.coin());
        return entry instanceof Entry.Valid valid && valid.amount().units().compareTo(available.units()) > 0
                ? new Entry.AboveBalance(valid.amount(), available)
                : entry;
    }

    /** Like {@link #parse(String, Amount)} for an amount that has no upper limit. */
    public static Entry parse(String text, Coin coin) {
        if (text.length() > MAX_LENGTH) {
            return new Entry.NotANumber();
        }
        String compact = SPACES.matcher(text).replaceAll("").replace(',', '.');
        if (compact.isEmpty()) {
            return new Entry.Empty();
        }
        if (MINUS_FIRST.matcher(compact).matches()) {
            return NUMBER.matcher(compact.substring(1)).matches() ? new Entry.Negative() : new Entry.NotANumber();
        }
        return NUMBER.matcher(compact).matches() ? number(compact, coin) : new Entry.NotANumber();
    }

    private static Entry number(String compact, Coin coin) {
        int point = compact.indexOf('.');
        int decimals = point < 0 ? 0 : compact.length() - point - 1;
        if (decimals > coin.decimals()) {
            return new Entry.TooManyDecimals(coin.decimals());
        }
        BigDecimal value = new BigDecimal(compact);
        return value.signum() == 0
                ? new Entry.Zero()
                : new Entry.Valid(
                        new Amount(value.movePointRight(coin.decimals()).toBigIntegerExact(), coin));
    }
}
