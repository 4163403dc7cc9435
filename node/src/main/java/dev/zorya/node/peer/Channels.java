package dev.zorya.node.peer;

import dev.zorya.channel.core.Apps;
import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.ChannelSnapshot.Status;
import dev.zorya.channel.core.Limits;
import dev.zorya.channel.engine.Engine;
import dev.zorya.channel.engine.EngineConfig;
import dev.zorya.channel.engine.EngineEvent;
import dev.zorya.channel.port.LedgerException;
import dev.zorya.channel.port.StateApp;
import dev.zorya.channel.port.StoreException;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.ethereum.ledger.ChallengeLimits;
import dev.zorya.ethereum.ledger.EthereumConfig;
import dev.zorya.ethereum.ledger.EthereumLedger;
import dev.zorya.node.peer.Failure.Kind;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The part of a peer that has channels: engine and ledger, with certain contracts. */
final class Channels implements AutoCloseable {
    private static final Duration SHORTEST_CHALLENGE = Duration.ofSeconds(1);

    /** By how much the engine waits longer for the answer to a proposal than a command does, so that the command says what happened. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private static final Duration CONCLUDE_FALLBACK = Duration.ofMinutes(2);

    private final PeerNode node;
    private final Contracts contracts;
    private final EthereumLedger ledger;
    private final WatchGate gate;
    private final ChannelFields fields;
    private final Waits waits = new Waits();
    private final News news;
    private final Engine engine;

    private Channels(PeerNode node, Contracts contracts, EthereumConfig chain) throws StoreException {
        Settings settings = node.settings();
        this.node = node;
        this.contracts = contracts;
        this.ledger = EthereumLedger.start(chain, settings.key(), node.store().ledger(), InstantSource.system());
        this.gate = new WatchGate(ledger, settings.watch());
        this.fields = new ChannelFields(
                settings.name(), node.peers(), contracts, node.chainId(), gate, new History(settings.history()));
        this.news = new News(node.lines(), fields, node.stats(), settings.quiet());
        CompletableFuture<Engine> started = new CompletableFuture<>();
        try {
            this.engine = Engine.start(config(), event -> hear(started.join(), event));
        } catch (StoreException e) {
            ledger.close();
            throw e;
        }
        started.complete(engine);
    }

    static Channels start(PeerNode node, Contracts contracts) throws LedgerException, StoreException {
        Settings settings = node.settings();
        EthereumConfig chain = EthereumConfig.practice(
                        settings.chain().http(),
                        settings.chain().webSocket(),
                        node.chainId(),
                        contracts.adjudicator(),
                        contracts.held(),
                        contracts.apps())
                .withFinalityDepth(settings.finality())
                .withChallenge(ChallengeLimits.TEST);
        EthereumLedger.check(chain);
        return new Channels(node, contracts, chain);
    }

    private EngineConfig config() {
        Limits limits = Limits.REAL
                .withMinChallenge(SHORTEST_CHALLENGE)
                .withAnswers(node.settings().timeout().plus(MARGIN), Limits.REAL.updateAnswer(), CONCLUDE_FALLBACK);
        return new EngineConfig(
                node.own().identity(),
                gate,
                node.settings().key(),
                node.bus(),
                node.store().channels(),
                node.policy(),
                InstantSource.system(),
                new SecureRandom(),
                limits,
                new Apps(apps(), StateApp.Consent.ASK));
    }

    private Map<Bytes, StateApp> apps() {
        return contracts.apps().stream().collect(Collectors.toMap(Function.identity(), app -> new AskedPaymentApp()));
    }

    /** What is stored is no news. */
    void begin() {
        news.begin(engine);
    }

    private void hear(Engine present, EngineEvent event) {
        news.hear(present, event);
        waits.hear(event);
    }

    Contracts contracts() {
        return contracts;
    }

    Engine engine() {
        return engine;
    }

    EthereumLedger ledger() {
        return ledger;
    }

    WatchGate gate() {
        return gate;
    }

    ChannelFields fields() {
        return fields;
    }

    Waits waits() {
        return waits;
    }

    /** Those that are not over. */
    List<ChannelSnapshot> live() {
        return engine.channels().stream()
                .filter(channel -> channel.id() != null)
                .filter(channel -> channel.status() != Status.WITHDRAWN && channel.status() != Status.ENDED)
                .toList();
    }

    ChannelSnapshot find(ChannelId id) throws Failure {
        return engine.channels().stream()
                .filter(channel -> id.equals(channel.id()))
                .findFirst()
                .orElseThrow(() -> new Failure(Kind.OTHER, "There is no channel " + id + "."));
    }

    /** As it is now. */
    ChannelSnapshot now(ProposalId key) throws Failure {
        return engine.channel(key).orElseThrow(() -> new Failure(Kind.OTHER, "The channel is gone."));
    }

    /**
     * Waits until a channel is as wanted.
     *
     * @param late what it is called if that takes too long
     * @param stuck what it is called if the chain refuses what the channel needs; null to wait on
     */
    ChannelSnapshot await(
            Deadline deadline, ProposalId key, Kind late, @Nullable Kind stuck, Predicate<ChannelSnapshot> wanted)
            throws Failure {
        return deadline.await(waits.until(engine, key, stuck, wanted), late);
    }

    @Override
    public void close() {
        engine.close();
        ledger.close();
    }
}
