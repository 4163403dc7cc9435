package dev.zorya.identity;

import dev.zorya.channel.value.Signature;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A contact card whose two signatures hold: the DID vouches for the address and the address for the DID, so neither key alone can
 * make one (ARIES.md 4).
 *
 * @param ethBinding EIP-712 signature of the Perun key, see {@link EthBinding}
 */
public record ContactCard(CardClaims claims, Signature ethBinding) {
    /** Everything that the card says, by the names of ARIES.md 4. */
    public Map<String, String> fields() {
        try {
            return Claims.read(CardJson.write(this).getBytes(StandardCharsets.UTF_8))
                    .all();
        } catch (ContactRefused e) {
            throw new AssertionError("what was written can be read", e);
        }
    }
}
