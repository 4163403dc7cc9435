package dev.zorya.channel.value;

import java.util.Optional;

/**
 * Who is reached over the network: binary wire addresses by backend id. What the bytes mean depends on the kind of wire
 * address; ours is {@code simple}, under the single key 1 (OFFCHAIN.md 1.2).
 */
public record WireIdentity(AddressMap addresses) {
    public static WireIdentity single(Bytes address) {
        return new WireIdentity(AddressMap.of(BackendId.ETHEREUM, address));
    }

    /** The binary wire address, if this identity has exactly the one entry that interoperable peers use. */
    public Optional<Bytes> only() {
        return addresses.entries().size() == 1
                ? Optional.ofNullable(addresses.entries().get(BackendId.ETHEREUM))
                : Optional.empty();
    }
}
