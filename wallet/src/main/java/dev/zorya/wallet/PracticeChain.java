package dev.zorya.wallet;

import dev.zorya.channel.crypto.AddressText;
import dev.zorya.ethereum.ledger.EthereumConfig;
import dev.zorya.ethereum.ledger.HeldAsset;
import java.net.URI;

/**
 * Where the practice network runs now, for programs that look at the chain themselves.
 *
 * @param adjudicator with checksum
 * @param etherHolder with checksum
 */
public record PracticeChain(URI node, long chainId, String adjudicator, String etherHolder) {
    static PracticeChain of(EthereumConfig config) {
        String holder = config.assets().stream()
                .filter(HeldAsset.Ether.class::isInstance)
                .map(asset -> AddressText.of(asset.holder()))
                .findFirst()
                .orElseThrow();
        return new PracticeChain(config.http(), config.chainId(), AddressText.of(config.adjudicator()), holder);
    }
}
