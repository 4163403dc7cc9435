package dev.zorya.ethereum.ledger;

import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Bytes;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One chain with one set of contracts.
 *
 * @param http where requests go
 * @param further other nodes of the same chain; whichever knows the newest block is asked, and all get the transactions
 * @param webSocket where new blocks are announced; without it the chain is polled
 * @param adjudicator 20 bytes
 * @param apps addresses of the apps that channels may use, 20 bytes each
 * @param finalityDepth a fact counts when its block has this many blocks, itself included; at least 1 (ONCHAIN.md 9)
 * @param poll how often the chain is asked while nothing announces its blocks
 * @param feeCap the most that is ever paid for gas, wei per gas
 * @param replaceAfter blocks after which a waiting transaction is sent again with a higher fee
 * @param staleAfter age of the newest block from which the node counts as behind; zero if blocks come only on demand
 */
public record EthereumConfig(
        URI http,
        List<URI> further,
        @Nullable URI webSocket,
        long chainId,
        Bytes adjudicator,
        List<HeldAsset> assets,
        Set<Bytes> apps,
        int finalityDepth,
        Duration poll,
        BigInteger feeCap,
        int replaceAfter,
        Duration staleAfter,
        ChallengeLimits challenge) {
    private static final BigInteger GWEI = BigInteger.TEN.pow(9);

    public EthereumConfig {
        further = List.copyOf(further);
        adjudicator.requireSize(20, "adjudicator");
        assets = List.copyOf(assets);
        apps = Set.copyOf(apps);
        if (finalityDepth < 1 || replaceAfter < 1 || poll.isNegative() || poll.isZero()) {
            throw new IllegalArgumentException("finality depth, replacement and poll interval are at least 1");
        }
    }

    /** A public network: twelve confirmations, blocks each few seconds, at most 500 gwei. */
    public static EthereumConfig real(
            URI http,
            @Nullable URI webSocket,
            long chainId,
            Bytes adjudicator,
            List<HeldAsset> assets,
            Set<Bytes> apps) {
        return new EthereumConfig(
                http,
                List.of(),
                webSocket,
                chainId,
                adjudicator,
                assets,
                apps,
                12,
                Duration.ofSeconds(4),
                GWEI.multiply(BigInteger.valueOf(500)),
                6,
                Duration.ofMinutes(5),
                ChallengeLimits.REAL);
    }

    /** The practice network: what a block says counts at once. */
    public static EthereumConfig practice(
            URI http,
            @Nullable URI webSocket,
            long chainId,
            Bytes adjudicator,
            List<HeldAsset> assets,
            Set<Bytes> apps) {
        return real(http, webSocket, chainId, adjudicator, assets, apps)
                .withFinalityDepth(1)
                .withPoll(Duration.ofMillis(200))
                .withStaleAfter(Duration.ZERO)
                .withChallenge(ChallengeLimits.PRACTICE);
    }

    /** Blocks come only when somebody sends, so the newest one says nothing of the time (a practice network). */
    boolean onDemand() {
        return staleAfter.isZero();
    }

    /** How the store and the logs call this chain: backend id and chain id. */
    public String name() {
        return "1:" + chainId;
    }

    /** What is known of an asset of a channel. */
    public Optional<HeldAsset> find(Asset asset) {
        return assets.stream().filter(held -> held.on(chainId).equals(asset)).findFirst();
    }

    /** Where requests can go, the first one first. */
    List<URI> endpoints() {
        return Stream.concat(Stream.of(http), further.stream()).toList();
    }

    public EthereumConfig withFurther(List<URI> endpoints) {
        return new EthereumConfig(
                http,
                endpoints,
                webSocket,
                chainId,
                adjudicator,
                assets,
                apps,
                finalityDepth,
                poll,
                feeCap,
                replaceAfter,
                staleAfter,
                challenge);
    }

    public EthereumConfig withFinalityDepth(int depth) {
        return new EthereumConfig(
                http,
                further,
                webSocket,
                chainId,
                adjudicator,
                assets,
                apps,
                depth,
                poll,
                feeCap,
                replaceAfter,
                staleAfter,
                challenge);
    }

    public EthereumConfig withPoll(Duration interval) {
        return new EthereumConfig(
                http,
                further,
                webSocket,
                chainId,
                adjudicator,
                assets,
                apps,
                finalityDepth,
                interval,
                feeCap,
                replaceAfter,
                staleAfter,
                challenge);
    }

    public EthereumConfig withFees(BigInteger cap, int replaceAfterBlocks) {
        return new EthereumConfig(
                http,
                further,
                webSocket,
                chainId,
                adjudicator,
                assets,
                apps,
                finalityDepth,
                poll,
                cap,
                replaceAfterBlocks,
                staleAfter,
                challenge);
    }

    public EthereumConfig withStaleAfter(Duration age) {
        return new EthereumConfig(
                http,
                further,
                webSocket,
                chainId,
                adjudicator,
                assets,
                apps,
                finalityDepth,
                poll,
                feeCap,
                replaceAfter,
                age,
                challenge);
    }

    public EthereumConfig withChallenge(ChallengeLimits limits) {
        return new EthereumConfig(
                http,
                further,
                webSocket,
                chainId,
                adjudicator,
                assets,
                apps,
                finalityDepth,
                poll,
                feeCap,
                replaceAfter,
                staleAfter,
                limits);
    }
}
