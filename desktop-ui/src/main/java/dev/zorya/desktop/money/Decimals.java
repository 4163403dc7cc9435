package dev.zorya.desktop.money;

import dev.zorya.wallet.api.Coin;

/** How many decimals of a coin are shown where (UI.md 6). */
final class Decimals {
    private static final int LIST = 4;
    private static final int COST = 6;

    private Decimals() {}

    /** In a list: 4, or all there are if fewer. */
    static int inList(Coin coin) {
        return Math.min(coin.decimals(), LIST);
    }

    /** Of a cost: up to 6. */
    static int ofCost(Coin coin) {
        return Math.min(coin.decimals(), COST);
    }
}
