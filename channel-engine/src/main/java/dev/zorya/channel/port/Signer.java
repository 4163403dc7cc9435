package dev.zorya.channel.port;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Signature;

/** The wallet's own key on one ledger. Deterministic: the same digest gives the same signature. */
public interface Signer {
    /** The address of the key; on Ethereum 20 bytes. */
    Bytes address();

    /** @param digest 32 bytes, already hashed in the ledger's way; see {@link StateScheme#digest} */
    Signature sign(Bytes digest);
}
