package dev.zorya.channel.value;

import java.util.Optional;

/** Who signs the states of a channel: one wallet address for each backend. */
public record Participant(AddressMap addresses) {
    public static Participant ethereum(Bytes address) {
        return new Participant(AddressMap.of(BackendId.ETHEREUM, address));
    }

    /** The address of this participant on one kind of ledger. */
    public Optional<Bytes> on(int backendId) {
        return Optional.ofNullable(addresses.entries().get(backendId));
    }
}
