package dev.zorya.identity;

import dev.zorya.channel.value.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What a wallet says about itself (ARIES.md 4).
 *
 * @param did the wallet DID that signs the card
 * @param perunAddress 20 bytes, the participant in all its channels
 * @param chainId of the one network that the address is used on
 * @param tlsSpkiSha256 32 bytes, SHA-256 over the public key that the endpoint shows
 * @param wireAddress a {@code simple} wire address whose name is the first DID that the wallet has had: peers are dialled by
 *     their full wire identity (OFFCHAIN.md 1.2, 2.3), which never changes
 * @param seq grows with every reissue
 * @param issued to the second
 * @param expires to the second
 * @param label what the owner calls itself; proves nothing, may be empty
 * @param capabilities protocols beyond go-perun's, such as {@link #EXTENSIONS} (DESIGN.md 4)
 */
public record CardClaims(
        String did,
        Bytes perunAddress,
        long chainId,
        Endpoint endpoint,
        Bytes tlsSpkiSha256,
        Bytes wireAddress,
        long seq,
        Instant issued,
        Instant expires,
        String label,
        Set<String> capabilities) {
    /** How long a card can be used. */
    public static final Duration LIFETIME = Duration.ofDays(30);

    /** Announces the messages of {@link dev.zorya.channel.message.Extension}. */
    public static final String EXTENSIONS = "zorya/1";

    public CardClaims {
        capabilities = Set.copyOf(capabilities);
        label = Labels.clean(label);
    }
}
