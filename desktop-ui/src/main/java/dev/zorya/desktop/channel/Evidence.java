package dev.zorya.desktop.channel;

import dev.zorya.desktop.ident.Chunks;
import dev.zorya.desktop.money.Money;
import dev.zorya.desktop.text.Text;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.Coin;
import dev.zorya.wallet.api.TimelineEntry;
import java.math.BigInteger;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The second line of an event: of the journal's key=value pairs only what a person can compare, in words. */
final class Evidence {
    private static final Pattern PAIR = Pattern.compile("[a-z]+=\\S*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,40}");

    private Evidence() {}

    /** The line, empty if there is nothing to show; {@code coin} is what fees are paid in. */
    static String of(TimelineEntry entry, Coin coin, Money money) {
        String words = words(entry.details(), coin, money);
        return entry.transaction().isEmpty()
                ? words
                : Text.of("story.with-transaction", words, Chunks.brief(entry.transaction()))
                        .strip();
    }

    private static String words(String details, Coin coin, Money money) {
        if (!PAIR.matcher(details).find()) {
            return details;
        }
        Map<String, String> values = new HashMap<>();
        for (String word : details.split(" ", -1)) {
            if (PAIR.matcher(word).matches()) {
                values.putIfAbsent(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
            }
        }
        String block = values.getOrDefault("block", "");
        String fee = values.getOrDefault("fee", "");
        if (!NUMBER.matcher(block).matches()) {
            return "";
        }
        String number = NumberFormat.getIntegerInstance(Text.locale()).format(new BigInteger(block));
        String version = values.getOrDefault("version", "");
        if (NUMBER.matcher(version).matches()) {
            return Text.of("story.version-block", version, number);
        }
        return NUMBER.matcher(fee).matches()
                ? Text.of(
                        "story.block-fee",
                        number,
                        money.cost(new Amount(new BigInteger(fee), coin)).text())
                : Text.of("story.block", number);
    }
}
