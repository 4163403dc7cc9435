package dev.zorya.desktop.money;

import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.Coin;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The one formatter of amounts (UI.md 6). Immutable: hiding amounts or changing the language makes a new one.
 *
 * <p>What is yours is rounded down, what you may have to pay is rounded up, and an amount that is not zero never reads as zero.
 */
public final class Money {
    private static final String MASK = "•••••";
    private static final String PLUS = "+";
    private static final String MINUS = "\u2212";
    /** Groups are parted by a no-break space: a comma or a point could be read as the decimal sign. */
    private static final char GROUP = '\u00A0';

    private static final int GROUP_SIZE = 3;
    /** A practice coin carries a small p before its symbol, and a screen reader says so in a word. */
    private static final Pattern PRACTICE_MARK = Pattern.compile("^p(?=[A-Z])");

    private final char decimalSign;
    private final boolean hidden;
    private final String hiddenSpoken;

    /**
     * @param locale decides the decimal sign
     * @param hidden digits become a mask of constant width, units stay
     * @param hiddenSpoken what a screen reader says instead of a hidden amount
     */
    public Money(Locale locale, boolean hidden, String hiddenSpoken) {
        this.decimalSign = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        this.hidden = hidden;
        this.hiddenSpoken = hiddenSpoken;
    }

    /** The formatter of the window, in the language of its words. */
    public static Money forPeople(boolean hidden) {
        return new Money(Text.locale(), hidden, Text.of("amount.hidden"));
    }

    public boolean hidden() {
        return hidden;
    }

    /** What is yours, in a list: 4 decimals, rounded down, {@code <0.0001} for a crumb. */
    public Shown mine(Amount amount) {
        return shown("", crumbOr(amount), amount.coin());
    }

    /** What you owe or may have to pay: 4 to 6 decimals, rounded up. */
    public Shown cost(Amount amount) {
        Coin coin = amount.coin();
        BigDecimal value = whole(amount).setScale(Decimals.ofCost(coin), RoundingMode.UP);
        return shown("", digits(withAtLeast(value, Decimals.inList(coin))), coin);
    }

    /** All digits: like a list if nothing is lost by it, otherwise in groups of three after the decimal sign. */
    public Shown exact(Amount amount) {
        int least = Decimals.inList(amount.coin());
        BigDecimal value = withAtLeast(whole(amount), least);
        return shown("", value.scale() <= least ? digits(value) : grouped(value), amount.coin());
    }

    /** An amount that came in, in a list. */
    public Shown incoming(Amount amount) {
        return shown(PLUS, crumbOr(amount), amount.coin());
    }

    /** An amount that went out, in a list. */
    public Shown outgoing(Amount amount) {
        return shown(MINUS, crumbOr(amount), amount.coin());
    }

    /** Plain digits for an input field, readable also while amounts are hidden; no groups, no unit, nothing lost. */
    public String forField(Amount amount) {
        return digits(withAtLeast(whole(amount), 0)).replace(String.valueOf(GROUP), "");
    }

    private Shown shown(String sign, String digits, Coin coin) {
        if (hidden) {
            return new Shown(MASK, coin.symbol(), hiddenSpoken);
        }
        String number = sign + digits;
        String spokenUnit = PRACTICE_MARK.matcher(coin.symbol()).replaceFirst("practice ");
        return new Shown(number, coin.symbol(), number.replace(String.valueOf(GROUP), "") + " " + spokenUnit);
    }

    private String crumbOr(Amount amount) {
        int places = Decimals.inList(amount.coin());
        BigDecimal exact = whole(amount);
        BigDecimal value = exact.setScale(places, RoundingMode.DOWN);
        if (value.signum() == 0 && exact.signum() != 0) {
            return "<" + digits(BigDecimal.ONE.movePointLeft(places));
        }
        return digits(value);
    }

    private static BigDecimal whole(Amount amount) {
        if (amount.units().signum() < 0) {
            throw new IllegalArgumentException("an amount has no sign of its own");
        }
        return new BigDecimal(amount.units(), amount.coin().decimals());
    }

    /** Without zeros at the end, but with at least so many decimals. */
    private static BigDecimal withAtLeast(BigDecimal value, int decimals) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.setScale(Math.max(stripped.scale(), decimals), RoundingMode.UNNECESSARY);
    }

    private String digits(BigDecimal value) {
        String plain = value.toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String fraction = point < 0 ? "" : decimalSign + plain.substring(point + 1);
        return groupFromRight(whole) + fraction;
    }

    private String grouped(BigDecimal value) {
        String text = digits(value);
        int point = text.indexOf(decimalSign);
        StringBuilder out = new StringBuilder(text.substring(0, point + 1));
        for (int at = point + 1; at < text.length(); at += GROUP_SIZE) {
            if (at > point + 1) {
                out.append(GROUP);
            }
            out.append(text, at, Math.min(at + GROUP_SIZE, text.length()));
        }
        return out.toString();
    }

    private static String groupFromRight(String whole) {
        StringBuilder out = new StringBuilder(whole);
        for (int at = whole.length() - GROUP_SIZE; at > 0; at -= GROUP_SIZE) {
            out.insert(at, GROUP);
        }
        return out.toString();
    }
}
