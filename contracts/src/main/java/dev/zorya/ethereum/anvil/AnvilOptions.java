package dev.zorya.ethereum.anvil;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How a practice chain is run.
 *
 * @param chainId the chain id
 * @param mining when blocks are made
 * @param hardfork anvil's name of the rules, for example {@code prague}
 * @param devAccounts how many accounts of anvil's public test mnemonic get 10,000 ETH and sign for anybody who asks
 * @param funded further accounts (hex addresses) with their balance in wei; applied when the chain is new
 * @param keep whether the chain outlives the process
 * @param port on 127.0.0.1; 0 lets the system choose, which cannot be lost to another program
 */
public record AnvilOptions(
        long chainId,
        Mining mining,
        String hardfork,
        int devAccounts,
        Map<String, BigInteger> funded,
        Keep keep,
        int port) {

    /** The chain id of practice networks; no public network has it. */
    public static final long PRACTICE_CHAIN_ID = 31337;

    /** When blocks are made. */
    public sealed interface Mining {
        /** A block for each transaction, at once. */
        record Instant() implements Mining {}

        /** A block each {@code every}, also an empty one. */
        record Interval(Duration every) implements Mining {}
    }

    /** Whether the chain outlives the process. */
    public sealed interface Keep {
        /** The chain is gone when the process ends. */
        record Nothing() implements Keep {}

        /**
         * The chain is saved in a directory that this process alone uses: each {@code every}, and at the end. If the machine loses power, the chain
         * falls back by at most {@code every}.
         */
        record Directory(Path path, Duration every) implements Keep {}
    }

    public AnvilOptions {
        funded = Map.copyOf(funded);
    }

    /** Instant blocks, ten dev accounts, nothing kept. */
    public static AnvilOptions practice() {
        return new AnvilOptions(PRACTICE_CHAIN_ID, new Mining.Instant(), "prague", 10, Map.of(), new Keep.Nothing(), 0);
    }

    public AnvilOptions withChainId(long id) {
        return new AnvilOptions(id, mining, hardfork, devAccounts, funded, keep, port);
    }

    /** A block each {@code every}. */
    public AnvilOptions withInterval(Duration every) {
        return new AnvilOptions(chainId, new Mining.Interval(every), hardfork, devAccounts, funded, keep, port);
    }

    public AnvilOptions withDevAccounts(int count) {
        return new AnvilOptions(chainId, mining, hardfork, count, funded, keep, port);
    }

    /** Gives money to accounts when the chain is new. */
    public AnvilOptions withFunded(Map<String, BigInteger> balances) {
        return new AnvilOptions(chainId, mining, hardfork, devAccounts, balances, keep, port);
    }

    /** Keeps the chain in a directory, saved each five seconds. */
    public AnvilOptions keptIn(Path directory) {
        return new AnvilOptions(
                chainId,
                mining,
                hardfork,
                devAccounts,
                funded,
                new Keep.Directory(directory, Duration.ofSeconds(5)),
                port);
    }

    /** For a chain that is started again where others know it to be. */
    public AnvilOptions onPort(int number) {
        return new AnvilOptions(chainId, mining, hardfork, devAccounts, funded, keep, number);
    }
}
