package dev.zorya.wallet.link;

/** Why a link is not followed. Texts in it are short and safe to show. */
public sealed interface Refusal extends Link {
    /** Longer than any link that means something.
     *
     * @param length in characters */
    record TooLong(int length) implements Refusal {}

    /** It does not begin with {@code zorya:}. */
    record NoLink() implements Refusal {}

    /** It asks for something that this version does not know. */
    record UnknownKind(String kind) implements Refusal {}

    /** It says more than this version understands; what that is could change the meaning of the rest. */
    record UnknownParameter(String name) implements Refusal {}

    /** It says something twice. */
    record Repeated(String name) implements Refusal {}

    /** A value that is no text in percent-encoded UTF-8. */
    record Unreadable(String name) implements Refusal {}

    /** It does not say who is to be paid, or what it says is no DID. */
    record NoReceiver() implements Refusal {}

    /** No plain decimal number, zero, finer than the unit, or more than a chain can count. */
    record OddAmount(String amount) implements Refusal {}

    /** An amount without a unit, or a unit without an amount. */
    record HalfAnAmount() implements Refusal {}

    /** An amount in something that this wallet does not count in. */
    record OtherUnit(String unit) implements Refusal {}

    /** A note that no payment could carry.
     *
     * @param most characters */
    record LongMemo(int most) implements Refusal {}
}
