package dev.zorya.wallet;

import dev.zorya.wallet.api.Amount;
import dev.zorya.wallet.api.Wallet;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Amounts as people write them. */
final class Money {
    private Money() {}

    static BigInteger ether(String amount) {
        return new BigDecimal(amount).movePointRight(18).toBigIntegerExact();
    }

    static Amount of(Wallet wallet, String amount) {
        return new Amount(ether(amount), wallet.coins().getFirst());
    }
}
