package dev.zorya.wallet.api;

/**
 * What an amount is counted in.
 *
 * @param symbol as shown, practice coins with a leading p (UI.md 6)
 * @param decimals between the smallest unit and the shown one
 * @param index position in the wallet's list of coins
 */
public record Coin(String symbol, int decimals, int index) {}
