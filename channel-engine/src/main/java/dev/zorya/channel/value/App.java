package dev.zorya.channel.value;

/** The application that rules a channel's transitions: none, or a contract known by its id (OFFCHAIN.md 5.7). */
public sealed interface App {
    App NONE = new None();

    /** A plain payment channel; its data is empty and any transition that keeps the sums is allowed. */
    record None() implements App {}

    /** An app by id; on Ethereum the 20 bytes of the contract's address. */
    record Contract(Bytes id) implements App {}
}
