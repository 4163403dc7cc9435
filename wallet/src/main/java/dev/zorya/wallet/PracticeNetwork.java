package dev.zorya.wallet;

import dev.zorya.channel.crypto.AddressText;
import dev.zorya.channel.crypto.EthereumKey;
import dev.zorya.channel.crypto.Hashes;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.value.Bytes;
import dev.zorya.ethereum.Deployer;
import dev.zorya.ethereum.Deployment;
import dev.zorya.ethereum.anvil.Anvil;
import dev.zorya.ethereum.anvil.AnvilException;
import dev.zorya.ethereum.anvil.AnvilOptions;
import dev.zorya.ethereum.ledger.EthereumConfig;
import dev.zorya.wallet.api.WalletException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The chain with play money that this program runs for itself: kept in a folder, watched, and started again if it dies. */
final class PracticeNetwork implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PracticeNetwork.class);
    private static final BigInteger ETHER = BigInteger.TEN.pow(18);

    /** 16 s, as a power of two of the first wait. */
    private static final int LONGEST_WAIT = 6;

    private final AnvilOptions options;
    private final EthereumConfig config;
    private final Map<String, BigInteger> accounts = new LinkedHashMap<>();
    private Anvil anvil;
    private boolean closed;

    private PracticeNetwork(AnvilOptions options, Anvil anvil, EthereumConfig config) {
        this.options = options;
        this.anvil = anvil;
        this.config = config;
    }

    /**
     * Starts the chain, a new one with the contracts on it if there is none in the folder.
     */
    static PracticeNetwork start(Path folder) throws WalletException {
        EthereumKey deployer = deployer();
        AnvilOptions options = AnvilOptions.practice()
                .withDevAccounts(1)
                .withFunded(Map.of(AddressText.of(deployer.address()), ETHER.multiply(BigInteger.valueOf(1000))))
                .keptIn(folder);
        Anvil anvil;
        try {
            anvil = Anvil.start(options);
        } catch (AnvilException e) {
            throw Causes.of(e);
        }
        try {
            Deployment deployment = Deployer.deploy(anvil.http(), deployer);
            PracticeNetwork network = new PracticeNetwork(
                    options.onPort(anvil.http().getPort()),
                    anvil,
                    deployment.practice(anvil.http(), anvil.webSocket()));
            network.watch(anvil);
            return network;
        } catch (LedgerException e) {
            anvil.close();
            throw Causes.of(e);
        }
    }

    /** No secret: whoever has it can put contracts on a chain of play money. */
    private static EthereumKey deployer() {
        return EthereumKey.of(Hashes.keccak256("zorya practice network".getBytes(StandardCharsets.US_ASCII))
                .toArray());
    }

    EthereumConfig config() {
        return config;
    }

    /** Gives play money to an account that never had any on this chain, now and should the chain lose its memory. */
    synchronized void fill(Bytes account, int ether) throws WalletException {
        accounts.put(AddressText.of(account), ETHER.multiply(BigInteger.valueOf(ether)));
        try {
            fill();
        } catch (AnvilException e) {
            throw Causes.of(e);
        }
    }

    private void fill() throws AnvilException {
        for (Map.Entry<String, BigInteger> account : accounts.entrySet()) {
            String address = account.getKey();
            boolean unused = anvil.control().balance(address).signum() == 0
                    && anvil.control()
                            .request("eth_getTransactionCount", address, "latest")
                            .stringValue()
                            .equals("0x0");
            if (unused) {
                anvil.control().setBalance(address, account.getValue());
            }
        }
    }

    private void watch(Anvil running) {
        running.death().thenAccept(death -> Thread.ofVirtual().start(() -> restart(death)));
    }

    private void restart(Anvil.Death death) {
        LOG.warn("the practice chain died with exit code {}: {}", death.exitCode(), death.lastWords());
        try {
            // for as long as it takes: meanwhile the ledger says that it cannot see the chain
            for (int attempt = 0; !started(); attempt++) {
                Thread.sleep(Duration.ofMillis(250L << Math.min(attempt, LONGEST_WAIT)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean started() {
        if (closed) {
            return true;
        }
        try {
            anvil.close();
            anvil = Anvil.start(options);
            // what was not saved is gone: contracts and first money come back to where they were
            Deployer.deploy(anvil.http(), deployer());
            fill();
            watch(anvil);
            return true;
        } catch (AnvilException | LedgerException e) {
            LOG.warn("the practice chain does not start again yet: {}", e.getMessage());
            return false;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        anvil.close();
    }
}
