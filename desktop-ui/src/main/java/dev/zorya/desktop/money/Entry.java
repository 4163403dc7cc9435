package dev.zorya.desktop.money;

import dev.zorya.wallet.api.Amount;

/** What a person typed into an amount field, understood or refused with the reason (UI.md 6 and 8). */
public sealed interface Entry {
    /** Nothing typed yet: neither an amount nor a mistake. */
    record Empty() implements Entry {}

    /** A usable amount, more than zero. */
    record Valid(Amount amount) implements Entry {}

    /** Not usable; the field keeps the text and says why. */
    sealed interface Refused extends Entry {}

    /** Anything but digits, one "." or "," and spaces. */
    record NotANumber() implements Refused {}

    record Negative() implements Refused {}

    record Zero() implements Refused {}

    /** More decimals than the coin has; {@code allowed} says how many those are. */
    record TooManyDecimals(int allowed) implements Refused {}

    /**
     * More than there is.
     *
     * @param wanted what was typed
     * @param available what there is
     */
    record AboveBalance(Amount wanted, Amount available) implements Refused {}
}
