package dev.zorya.identity.agent;

import dev.zorya.channel.crypto.EthereumKey;
import dev.zorya.channel.ethereum.EthereumScheme;
import dev.zorya.channel.value.Bytes;
import dev.zorya.identity.CardCheck;
import dev.zorya.identity.CardClaims;
import dev.zorya.identity.Cards;
import dev.zorya.identity.ContactText;
import dev.zorya.identity.Endpoint;
import dev.zorya.identity.IdentityUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Somebody with an agent of their own: a real ACA-Py, the keys of a wallet, and everything that was told. */
final class Party implements CardExchange.Wallet, AutoCloseable {
    private static final Path TARGET =
            Path.of("..", "target", "agent").toAbsolutePath().normalize();

    final String name;
    final EthereumKey key;
    final LocalAgent local;
    final Agent agent;
    final String did;
    final CardExchange exchange;
    final List<AgentEvent> events = new CopyOnWriteArrayList<>();
    final Map<String, ShownCard> proven = new ConcurrentHashMap<>();
    final Map<String, PresentationRefused> refused = new ConcurrentHashMap<>();
    final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    final List<String> updates = new CopyOnWriteArrayList<>();
    private final Path folder;
    private final Instant issued = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
    private volatile long seq = 1;
    volatile boolean accepting = true;
    volatile EthereumKey binding;
    private volatile UnaryOperator<CardClaims> change = claims -> claims;

    Party(String name, int seed) throws Exception {
        this.name = name;
        this.key = EthereumKey.of(Cards.filled(seed));
        this.binding = key;
        this.folder = Files.createDirectories(TARGET.resolve(name + "-" + System.nanoTime()));
        this.local = LocalAgent.start(place(), folder, Cards.filled(seed));
        this.agent = Agent.at(local.address(), InstantSource.system());
        this.did = agent.newDid();
        this.exchange = new CardExchange(agent, this);
        agent.listen(exchange);
        await(() -> agent.state() == AgentState.READY, "ready");
        exchange.prepare();
    }

    /** Skips the test, with the reason, where no agent can be had. */
    static AgentPlace place() {
        try {
            return AgentPlace.ensure(TARGET.resolve("place"), (phase, done) -> {});
        } catch (LocalAgentException e) {
            Assumptions.abort("no ACA-Py here: " + e.reason() + " " + e.getMessage());
            throw new AssertionError(e);
        }
    }

    CardClaims claims() {
        return change.apply(new CardClaims(
                did,
                key.address(),
                Cards.CHAIN,
                new Endpoint("127.0.0.1", 5750),
                Bytes.of(Cards.filled(9)),
                Cards.wireAddress(did, 5),
                seq,
                issued,
                issued.plus(CardClaims.LIFETIME),
                name,
                Set.of(CardClaims.EXTENSIONS)));
    }

    /** From now on the card is another one. */
    void become(long number, UnaryOperator<CardClaims> other) {
        seq = number;
        change = other;
    }

    String cardText() throws IdentityUnavailable {
        return ContactText.write(claims(), binding, new AcaPyIdentity(agent, did));
    }

    @Override
    public String ownCard() throws AgentException {
        try {
            return cardText();
        } catch (IdentityUnavailable e) {
            throw new AgentException(e.reason(), e);
        }
    }

    @Override
    public CardCheck check() {
        return new CardCheck(
                did,
                key.address(),
                Cards.CHAIN,
                new EthereumScheme(),
                Instant.now(),
                known -> proven.values().stream()
                        .map(shown -> shown.card().claims())
                        .filter(claims -> claims.did().equals(known))
                        .findFirst());
    }

    @Override
    public boolean accepted(AgentConnection connection) {
        return accepting;
    }

    @Override
    public boolean unproven(String connectionId) {
        return !proven.containsKey(connectionId) && !refused.containsKey(connectionId);
    }

    @Override
    public void proven(ShownCard card) {
        proven.put(card.connectionId(), card);
    }

    @Override
    public void refused(String connectionId, PresentationRefused why) {
        refused.put(connectionId, why);
    }

    @Override
    public void acknowledged(String connectionId) {
        acknowledged.add(connectionId);
    }

    @Override
    public void updated(String connectionId, String text) {
        updates.add(text);
    }

    @Override
    public void other(AgentEvent event) {
        events.add(event);
    }

    <T extends AgentEvent> T event(Class<T> kind, Predicate<T> which) {
        Supplier<Optional<T>> find = () -> Stream.of(events.toArray(AgentEvent[]::new))
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(which)
                .findFirst();
        await(() -> find.get().isPresent(), kind.getSimpleName() + " among " + new ArrayList<>(events));
        return find.get().orElseThrow();
    }

    ShownCard cardFrom(String connection) {
        return Objects.requireNonNull(proven.get(connection), connection);
    }

    PresentationRefused verdictOn(String connection) {
        return Objects.requireNonNull(refused.get(connection), connection);
    }

    /** Where an invitation of ours, or one that we took, has led to. */
    String connection(String invitationId) {
        return event(
                        AgentEvent.ConnectionChanged.class,
                        changed -> changed.connection().complete()
                                && changed.connection().invitationId().equals(invitationId))
                .connection()
                .id();
    }

    static void await(BooleanSupplier condition, String what) {
        Instant end = Instant.now().plus(Duration.ofSeconds(90));
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not in time: " + what);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        agent.close();
        local.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
