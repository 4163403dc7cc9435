package dev.zorya.ethereum;

import dev.zorya.channel.crypto.AddressText;
import dev.zorya.channel.value.Bytes;
import dev.zorya.ethereum.ledger.EthereumConfig;
import dev.zorya.ethereum.ledger.HeldAsset;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A set of contracts on one chain. Its JSON is what the practice network keeps beside the chain.
 *
 * @param token the practice token, or null if there is none
 * @param tokenHolder null if there is no token
 */
public record Deployment(
        long chainId,
        Deployed adjudicator,
        Deployed etherHolder,
        Deployed paymentApp,
        @Nullable Deployed token,
        @Nullable Deployed tokenHolder) {
    /** How people and the settings call the practice token. */
    public static final String TOKEN_SYMBOL = "PRACTICE";

    /**
     * One contract.
     *
     * @param address with 0x and checksum
     * @param transaction hash with 0x; empty if it was there already
     * @param gasUsed 0 if it was there already
     */
    public record Deployed(String address, String transaction, long gasUsed) {
        /** 20 bytes. */
        Bytes bytes() {
            return AddressText.parse(address);
        }
    }

    /** The settings for a practice network with these contracts. */
    public EthereumConfig practice(URI http, @Nullable URI webSocket) {
        List<HeldAsset> assets = new ArrayList<>();
        assets.add(new HeldAsset.Ether(etherHolder.bytes()));
        if (token != null && tokenHolder != null) {
            assets.add(new HeldAsset.Token(tokenHolder.bytes(), token.bytes(), TOKEN_SYMBOL, 18));
        }
        return EthereumConfig.practice(
                http, webSocket, chainId, adjudicator.bytes(), assets, Set.of(paymentApp.bytes()));
    }

    public String toJson() {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @throws IllegalArgumentException if it is not the JSON of a deployment
     */
    public static Deployment fromJson(String json) {
        try {
            return JsonMapper.shared().readValue(json, Deployment.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a deployment: " + e.getOriginalMessage(), e);
        }
    }
}
