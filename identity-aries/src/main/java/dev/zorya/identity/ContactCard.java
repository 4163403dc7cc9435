package dev.zorya.identity;

import dev.zorya.channel.value.Signature;

/**
 * A contact card whose two signatures hold: the DID vouches for the address and the address for the DID, so neither key alone can
 * make one (ARIES.md 4).
 *
 * @param ethBinding EIP-712 signature of the Perun key, see {@link EthBinding}
 */
public record ContactCard(CardClaims claims, Signature ethBinding) {}
