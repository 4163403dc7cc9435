package dev.zorya.interop;

import dev.zorya.ethereum.anvil.Anvil;
import dev.zorya.ethereum.anvil.AnvilControl;
import dev.zorya.ethereum.anvil.AnvilException;
import dev.zorya.ethereum.anvil.AnvilOptions;
import java.math.BigInteger;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A chain that makes a block for each transaction and an empty one now and then: go-perun looks at the clock only when a block comes.
 * Nobody has to wait for a challenge to end, as time can be skipped.
 */
final class LiveChain implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveChain.class);
    private static final Duration BEAT = Duration.ofMillis(400);
    private static final BigInteger PLENTY = BigInteger.TEN.pow(22);

    private final Anvil anvil;
    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("heartbeat").factory());

    LiveChain() throws AnvilException {
        anvil = Anvil.start(AnvilOptions.practice().withDevAccounts(1));
        var unused = beat.scheduleWithFixedDelay(this::mine, 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void mine() {
        try {
            anvil.control().mine(1);
        } catch (AnvilException e) {
            LOG.warn("The chain made no block: {}", e.getMessage());
        }
    }

    /** For the peers' flag {@code -rpc}. */
    String rpc() {
        return anvil.webSocket().toString();
    }

    /** 10,000 ETH for fees and deposits. */
    void fund(String address) throws AnvilException {
        anvil.control().setBalance(address, PLENTY);
    }

    /** Moves the chain's clock. */
    void skip(Duration time) throws AnvilException {
        anvil.control().increaseTime(time);
        anvil.control().mine(1);
    }

    /** What only a chain of tests can do. */
    AnvilControl control() {
        return anvil.control();
    }

    @Override
    public void close() {
        beat.shutdownNow();
        anvil.close();
    }
}
