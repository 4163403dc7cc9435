package dev.zorya.wallet.link;

import dev.zorya.identity.Labels;
import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.Coin;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what follows {@code zorya:pay?}. The first thing that is not right refuses the whole. */
final class PaymentLinks {
    /** Code points; what a payment can carry. */
    static final int LONGEST_MEMO = 200;

    private static final Set<String> KNOWN = Set.of("to", "amount", "unit", "memo");
    private static final Pattern DID = Pattern.compile("did:[a-z0-9]{1,20}:[A-Za-z0-9._:-]{1,200}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,78}(\\.[0-9]{1,78})?");
    private static final BigInteger MOST = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

    private PaymentLinks() {}

    static Link read(String query, List<Coin> coins) {
        Map<String, String> said = new HashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            Optional<Refusal> wrong = take(pair, said);
            if (wrong.isPresent()) {
                return wrong.get();
            }
        }
        String to = said.getOrDefault("to", "");
        if (!DID.matcher(to).matches()) {
            return new Refusal.NoReceiver();
        }
        String memo = said.getOrDefault("memo", "");
        if (memo.codePointCount(0, memo.length()) > LONGEST_MEMO) {
            return new Refusal.LongMemo(LONGEST_MEMO);
        }
        String line = Labels.clean(memo, LONGEST_MEMO);
        if (!said.containsKey("amount") && !said.containsKey("unit")) {
            return new PaymentLink(to, null, line);
        }
        return amount(said, coins, to, line);
    }

    private static Optional<Refusal> take(String pair, Map<String, String> said) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        if (!KNOWN.contains(name)) {
            return Optional.of(new Refusal.UnknownParameter(Harmless.brief(name)));
        }
        Optional<String> value = equals < 0 ? Optional.empty() : Percent.decode(pair.substring(equals + 1));
        if (value.isEmpty()) {
            return Optional.of(new Refusal.Unreadable(name));
        }
        return said.put(name, value.get()) == null ? Optional.empty() : Optional.of(new Refusal.Repeated(name));
    }

    private static Link amount(Map<String, String> said, List<Coin> coins, String to, String memo) {
        String amount = said.getOrDefault("amount", "");
        String unit = said.getOrDefault("unit", "");
        if (amount.isEmpty() || unit.isEmpty()) {
            return new Refusal.HalfAnAmount();
        }
        if (!DECIMAL.matcher(amount).matches()) {
            return new Refusal.OddAmount(Harmless.brief(amount));
        }
        Optional<Coin> coin =
                coins.stream().filter(known -> known.symbol().equals(unit)).findFirst();
        if (coin.isEmpty()) {
            return new Refusal.OtherUnit(Harmless.brief(unit));
        }
        BigDecimal units =
                new BigDecimal(amount).movePointRight(coin.get().decimals()).stripTrailingZeros();
        if (units.signum() <= 0 || units.scale() > 0 || units.toBigInteger().compareTo(MOST) > 0) {
            return new Refusal.OddAmount(Harmless.brief(amount));
        }
        return new PaymentLink(to, new Amount(units.toBigInteger(), coin.get()), memo);
    }
}
