package dev.zorya.wallet.api;

import java.math.BigInteger;

/** @param units smallest unit of the coin, never negative */
public record Amount(BigInteger units, Coin coin) {
    public static Amount zero(Coin coin) {
        return new Amount(BigInteger.ZERO, coin);
    }

    public Amount plus(Amount other) {
        return new Amount(units.add(other.units), coin);
    }
}
