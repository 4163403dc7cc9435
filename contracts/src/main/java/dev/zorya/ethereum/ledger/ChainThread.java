package dev.zorya.ethereum.ledger;

import dev.zorya.channel.port.LedgerException;
import dev.zorya.ethereum.rpc.Head;
import dev.zorya.ethereum.rpc.HeadSocket;
import dev.zorya.ethereum.rpc.Node;
import dev.zorya.ethereum.rpc.NodeException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that reads the chain and acts on it: on each new block, and when somebody asks for something. Chain
 * and contracts are checked at the start and after each outage, before anything else.
 */
final class ChainThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChainThread.class);
    /** Blocks that are announced are still asked for now and then, should an announcement be lost. */
    private static final Duration ANYWAY = Duration.ofSeconds(5);
    /** What waits for a time in the past, by this machine's clock, asks the chain no more often than this. */
    private static final Duration SHORTEST = Duration.ofMillis(200);

    private static final Duration NOT_WORTH_A_WORD = Duration.ofSeconds(30);

    private final Endpoints endpoints;
    private final EthereumConfig config;
    private final InstantSource clock;
    private final IntentQueue intents;
    private final Watches watches;
    private final HealthBoard board;
    private final Signal signal = new Signal();
    private final Optional<HeadSocket> announcements;
    private final Thread thread;
    private final AtomicReference<@Nullable List<URI>> further = new AtomicReference<>();
    private volatile boolean closed;
    private Instant lastGood = Instant.EPOCH;

    ChainThread(
            Node node,
            EthereumConfig config,
            InstantSource clock,
            IntentQueue intents,
            Watches watches,
            HealthBoard board) {
        this.endpoints = new Endpoints(node, config, clock);
        this.config = config;
        this.clock = clock;
        this.intents = intents;
        this.watches = watches;
        this.board = board;
        this.announcements =
                Optional.<URI>ofNullable(config.webSocket()).map(uri -> HeadSocket.open(uri, signal::raise));
        this.thread = Thread.ofVirtual().name("chain-" + config.chainId()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Something is to be done before the next block. */
    void wake() {
        signal.raise();
    }

    /** Other nodes after the first one, from the next look on. */
    void further(List<URI> https) {
        further.set(List.copyOf(https));
        signal.raise();
    }

    private void run() {
        try {
            while (!closed) {
                Duration pause = round();
                signal.await(pause);
            }
        } catch (InterruptedException e) {
            // closed
        }
        board.set(
                board.now().troubled(ChainHealth.State.STOPPED, "", board.now().nodes()));
    }

    /** One look at the chain. The answer is how long to wait for a signal. */
    private Duration round() throws InterruptedException {
        List<URI> wanted = further.getAndSet(null);
        if (wanted != null) {
            endpoints.further(wanted);
        }
        try {
            Endpoints.Newest newest = endpoints.newest();
            Head head = newest.head();
            intents.advance(head, newest.fresh());
            watches.advance(head, newest.fresh());
            endpoints.good();
            lastGood = clock.instant();
            board.set(healthy(head));
            return pause();
        } catch (NodeException e) {
            LOG.debug("The chain cannot be read", e);
            return endpoints.failed(e) ? Duration.ZERO : unreachable(e);
        } catch (LedgerException e) {
            ChainHealth.State state = e.reason() == LedgerException.Reason.WRONG_CHAIN
                    ? ChainHealth.State.WRONG_CHAIN
                    : ChainHealth.State.UNKNOWN_CONTRACTS;
            return trouble(state, e.reason(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // whatever it was, the money of the other channels still has to be watched
            LOG.error("A round on chain {} failed", config.chainId(), e);
            return ANYWAY;
        }
    }

    /** A node that asks for a pause gets it without a word, as long as the pause is short. */
    private Duration unreachable(NodeException cause) {
        boolean shortly = clock.instant().isBefore(lastGood.plus(NOT_WORTH_A_WORD));
        return cause instanceof NodeException.Limited && shortly
                ? endpoints.pause()
                : trouble(
                        ChainHealth.State.UNREACHABLE,
                        LedgerException.Reason.UNREACHABLE,
                        endpoints.first().sentence(cause));
    }

    /** Blocks that come only on demand do not announce that the time for something has come. */
    private Duration pause() {
        Duration pause = announced() ? ANYWAY : config.poll();
        if (!config.onDemand()) {
            return pause;
        }
        Instant now = clock.instant();
        Instant moment = intents.nextMoment();
        boolean soon = moment.isBefore(now.plus(pause));
        return soon ? longer(Duration.between(now, moment), SHORTEST) : pause;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private Duration trouble(ChainHealth.State state, LedgerException.Reason reason, String sentence) {
        board.set(board.now().troubled(state, sentence, endpoints.health()));
        intents.trouble(reason, sentence);
        return endpoints.pause();
    }

    private boolean announced() {
        return announcements.isPresent() && announcements.get().connected();
    }

    private ChainHealth healthy(Head head) {
        Duration age = Duration.between(head.time(), clock.instant());
        boolean behind = !config.staleAfter().isZero() && age.compareTo(config.staleAfter()) > 0;
        return new ChainHealth(
                ChainHealth.State.CONNECTED, announced(), head.number(), head.time(), behind, "", endpoints.health());
    }

    @Override
    public void close() {
        closed = true;
        announcements.ifPresent(HeadSocket::close);
        signal.raise();
        try {
            if (!thread.join(Duration.ofSeconds(2))) {
                thread.interrupt();
                thread.join(Duration.ofSeconds(2));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
