package dev.zorya.wallet.agent;

import dev.zorya.channel.port.StoreException;
import dev.zorya.identity.EmbeddedIdentity;
import dev.zorya.identity.Identity;
import dev.zorya.identity.agent.Agent;
import dev.zorya.identity.agent.AgentEvent;
import dev.zorya.identity.agent.AgentException;
import dev.zorya.storage.Settings;
import dev.zorya.wallet.Causes;
import dev.zorya.wallet.Problems;
import dev.zorya.wallet.Texts;
import dev.zorya.wallet.api.AgentOrder;
import dev.zorya.wallet.api.IdentityDesk;
import dev.zorya.wallet.api.IdentityView;
import dev.zorya.wallet.api.IdentityView.Kind;
import dev.zorya.wallet.api.IdentityView.State;
import dev.zorya.wallet.api.Progress;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import dev.zorya.wallet.meeting.Moves;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes the identity: the new one has to prove that it can sign before it takes the place of the old one. */
public final class Desk implements IdentityDesk, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final Path folder;
    private final EmbeddedIdentity builtIn;
    private final CurrentIdentity identity;
    private final Choices choices;
    private final Secrets secrets;
    private final Sealing sealing;
    private final InstantSource clock;
    private final Consumer<IdentityView> told;
    private final ReentrantLock changing = new ReentrantLock();
    private volatile Function<Agent, Consumer<AgentEvent>> listener = agent -> event -> {};
    private volatile Moves moves = new Nobody();
    private volatile Post post;

    /** Until the wallet is open. */
    private record Nobody() implements Moves {
        @Override
        public void moving(Identity old, String newDid) {}

        @Override
        public void moved() {}
    }

    /** What is in use. */
    private record Post(Choice choice, Optional<Station> station) {
        void close() {
            station.ifPresent(Station::close);
        }
    }

    private Desk(
            Path folder,
            EmbeddedIdentity builtIn,
            CurrentIdentity identity,
            Settings settings,
            Secrets secrets,
            InstantSource clock,
            Consumer<IdentityView> told)
            throws StoreException {
        this.folder = folder;
        this.builtIn = builtIn;
        this.identity = identity;
        this.choices = new Choices(settings, builtIn.did());
        this.secrets = secrets;
        this.sealing = new Sealing(secrets);
        this.clock = clock;
        this.told = told;
        this.post = chosen(choices.read().choice());
    }

    /**
     * The desk of a wallet that is being opened; {@code identity} is the chosen one from now on. Nothing is started yet.
     *
     * @param folder of the wallet
     * @param told after each change
     */
    public static Desk open(
            Path folder,
            EmbeddedIdentity builtIn,
            CurrentIdentity identity,
            Settings settings,
            Secrets secrets,
            InstantSource clock,
            Consumer<IdentityView> told)
            throws StoreException {
        Desk desk = new Desk(folder, builtIn, identity, settings, secrets, clock, told);
        desk.post.station().ifPresent(identity::become);
        return desk;
    }

    /**
     * Starts or looks for the chosen agent; nobody waits for it.
     *
     * @param events makes the listener for an agent that comes into use
     * @param followers hear of each change of the DID
     */
    public void start(Function<Agent, Consumer<AgentEvent>> events, Moves followers) {
        listener = events;
        moves = followers;
        post.station().ifPresent(Station::start);
    }

    /** The agent, if one is chosen and can be used now. */
    public Optional<Agent> agent() {
        return post.station().flatMap(Station::agent);
    }

    /** Whether this DID is or was this wallet's. */
    public boolean had(String did) {
        try {
            return did.equals(identity.did()) || choices.read().past().contains(did);
        } catch (StoreException e) {
            return false;
        }
    }

    private Post chosen(Choice choice) {
        return switch (choice) {
            case Choice.BuiltIn none -> new Post(choice, Optional.empty());
            case Choice.Local local -> new Post(choice, Optional.of(station(localHost(), local.did())));
            case Choice.Own own -> new Post(choice, Optional.of(station(ownHost(own), own.did())));
        };
    }

    private Host localHost() {
        return new LocalHost(folder, secrets);
    }

    /** A key that cannot be unsealed is one that the agent refuses. */
    private Host ownHost(Choice.Own own) {
        try {
            return OwnHost.at(
                    URI.create(own.admin()), sealing.open(own.sealedKey()).orElse(""));
        } catch (WalletException e) {
            return phases -> {
                throw e;
            };
        }
    }

    private Station station(Host host, String did) {
        return new Station(host, did, clock, agent -> listener.apply(agent), () -> told.accept(current()));
    }

    @Override
    public IdentityView current() {
        Post now = post;
        Kind kind = switch (now.choice()) {
            case Choice.BuiltIn none -> Kind.BUILT_IN;
            case Choice.Own own -> Kind.OWN_AGENT;
            case Choice.Local local -> Kind.LOCAL_AGENT;
        };
        if (now.station().isEmpty()) {
            return new IdentityView(kind, State.READY, builtIn.did(), "", "", null);
        }
        Station station = now.station().get();
        Station.Standing standing = station.standing();
        return new IdentityView(
                kind, standing.state(), station.did(), standing.version(), station.endpoint(), standing.problem());
    }

    @Override
    public CompletionStage<IdentityView> useBuiltIn() {
        return Change.begin(() -> alone(() -> {
            announce(builtIn.did());
            keep(new Choice.BuiltIn());
            Post before = post;
            identity.become(builtIn);
            post = new Post(new Choice.BuiltIn(), Optional.empty());
            before.close();
            return tell();
        }));
    }

    @Override
    public CompletionStage<IdentityView> useAgent(AgentOrder order, Progress progress) {
        String key = new String(order.key());
        URI admin = order.admin();
        return Change.begin(() -> alone(() -> {
            progress.at(Texts.get("identity.asking"), -1);
            OwnHost host = OwnHost.at(admin, key);
            return adopt(
                    host,
                    host.run(phase -> {}),
                    did -> new Choice.Own(host.address().admin().toString(), sealing.seal(key), did));
        }));
    }

    @Override
    public CompletionStage<IdentityView> startAgent(Progress progress) {
        return Change.begin(() -> alone(() -> {
            Post before = post;
            if (before.choice() instanceof Choice.Local) {
                // its files are for one process: this is the way to start it anew
                before.close();
            }
            try {
                Host host = localHost();
                Host.Running running = host.run(phase -> progress.at(phase.sentence(), phase.done()));
                return adopt(host, running, Choice.Local::new);
            } catch (WalletException | InterruptedException e) {
                again(before);
                throw e;
            }
        }));
    }

    /** The one that was stopped in vain. */
    private void again(Post before) {
        if (before.choice() instanceof Choice.Local) {
            Post renewed = chosen(before.choice());
            post = renewed;
            renewed.station().ifPresent(station -> {
                identity.become(station);
                station.start();
            });
        }
    }

    /** Until the choice is kept, everything stays as it was. */
    private IdentityView adopt(Host host, Host.Running running, Function<String, Choice> choice)
            throws WalletException, InterruptedException {
        Station station;
        Choice made;
        try (Agent candidate = Agent.at(running.address(), clock)) {
            String did = ownDid(candidate);
            candidate.sign(did, "JWT", "{\"iss\":\"" + did + "\"}");
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            made = choice.apply(did);
            announce(did);
            keep(made);
            station = station(host, did);
        } catch (AgentException e) {
            running.end().run();
            throw Causes.of(e.asUnavailable());
        } catch (WalletException | InterruptedException e) {
            running.end().run();
            throw e;
        }
        Post before = post;
        post = new Post(made, Optional.of(station));
        identity.become(station);
        before.close();
        station.take(running);
        return tell();
    }

    /** The one that this wallet had with this agent before, or a new one. */
    private String ownDid(Agent agent) throws AgentException, WalletException {
        Set<String> there = Set.copyOf(agent.dids());
        try {
            Optional<String> known = choices.read().past().reversed().stream()
                    .filter(there::contains)
                    .findFirst();
            return known.isPresent() ? known.get() : agent.newDid();
        } catch (StoreException e) {
            throw Causes.of(e);
        }
    }

    /** While the old identity can still sign. If it cannot, the change goes on without: contacts have to be invited again then. */
    private void announce(String did) {
        if (!did.equals(identity.did())) {
            try {
                moves.moving(identity, did);
            } catch (WalletException e) {
                LOG.warn("contacts will not follow to the new DID by themselves: {}", e.getMessage());
            }
        }
    }

    private void keep(Choice choice) throws WalletException {
        try {
            choices.write(choice);
        } catch (StoreException e) {
            throw Causes.of(e);
        }
    }

    private IdentityView tell() {
        IdentityView now = current();
        moves.moved();
        told.accept(now);
        return now;
    }

    /** One change at a time. */
    private <T> T alone(Change.Task<T> step) throws WalletException, InterruptedException {
        if (!changing.tryLock()) {
            throw Problems.failure(Code.IDENTITY_CHANGING);
        }
        try {
            return step.run();
        } finally {
            changing.unlock();
        }
    }

    @Override
    public List<String> dids() throws WalletException {
        try {
            Set<String> all = new LinkedHashSet<>(choices.read().past());
            Optional<Agent> agent = agent();
            if (agent.isPresent()) {
                all.addAll(agent.get().dids());
            }
            return List.copyOf(all);
        } catch (StoreException e) {
            throw Causes.of(e);
        } catch (AgentException e) {
            throw Causes.of(e.asUnavailable());
        }
    }

    @Override
    public void close() {
        post.close();
    }
}
