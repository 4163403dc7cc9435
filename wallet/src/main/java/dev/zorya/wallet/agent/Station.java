package dev.zorya.wallet.agent;

import dev.zorya.identity.Identity;
import dev.zorya.identity.IdentityUnavailable;
import dev.zorya.identity.IdentityUnavailable.Reason;
import dev.zorya.identity.agent.Agent;
import dev.zorya.identity.agent.AgentEvent;
import dev.zorya.identity.agent.AgentException;
import dev.zorya.identity.agent.AgentState;
import dev.zorya.wallet.Problems;
import dev.zorya.wallet.api.IdentityView.State;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem;
import dev.zorya.wallet.api.WalletProblem.Code;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The agent that keeps this wallet's DID, there or not. It is looked after from the opening of the wallet until it is locked. */
final class Station implements Identity, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Station.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Host host;
    private final String did;
    private final InstantSource clock;
    private final Function<Agent, Consumer<AgentEvent>> listener;
    private final Runnable changed;
    private volatile @Nullable Duty duty;
    private volatile Standing standing = new Standing(State.STARTING, "", null);
    private volatile @Nullable Thread starter;

    private record Duty(Host.Running running, Agent agent) {}

    /** @param version of the agent, or empty */
    record Standing(State state, String version, @Nullable WalletProblem problem) {}

    /**
     * Makes a station that does nothing yet.
     *
     * @param did that the agent keeps for this wallet
     * @param listener of the agent's events
     * @param changed told after each change of the standing
     */
    Station(
            Host host,
            String did,
            InstantSource clock,
            Function<Agent, Consumer<AgentEvent>> listener,
            Runnable changed) {
        this.host = host;
        this.did = did;
        this.clock = clock;
        this.listener = listener;
        this.changed = changed;
    }

    /** Takes over an agent that runs already. */
    void take(Host.Running running) {
        Agent agent = Agent.at(running.address(), clock);
        duty = new Duty(running, agent);
        Consumer<AgentEvent> heard = listener.apply(agent);
        agent.listen(event -> {
            if (event instanceof AgentEvent.StateChanged turned) {
                standing = standing(agent, turned.state());
                changed.run();
            }
            heard.accept(event);
        });
    }

    /** Runs the agent without anybody waiting for it, and tries again until it does. */
    void start() {
        starter = Thread.ofVirtual().name("agent-start").start(() -> {
            Duration pause = FIRST_WAIT;
            try {
                while (!attempt()) {
                    Thread.sleep(pause);
                    Duration twice = pause.multipliedBy(2);
                    pause = twice.compareTo(LONGEST_WAIT) < 0 ? twice : LONGEST_WAIT;
                }
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private boolean attempt() {
        try {
            take(host.run(phase -> {}));
            return true;
        } catch (WalletException e) {
            LOG.warn("the agent is not there: {}", e.problem().code());
            standing = new Standing(State.UNREACHABLE, "", e.problem());
            changed.run();
            return false;
        }
    }

    private Standing standing(Agent agent, AgentState state) {
        return switch (state) {
            case STARTING -> new Standing(State.STARTING, "", null);
            case UNREACHABLE -> new Standing(State.UNREACHABLE, "", Problems.of(Code.AGENT_UNREACHABLE, ""));
            case KEY_REFUSED -> new Standing(State.KEY_REFUSED, "", Problems.of(Code.AGENT_KEY_REFUSED, ""));
            case READY -> ready(agent);
        };
    }

    /** Another agent may stand there now, or the same one without its store (ARIES.md 7). */
    private Standing ready(Agent agent) {
        try {
            return agent.dids().contains(did)
                    ? new Standing(State.READY, agent.version(), null)
                    : new Standing(State.UNREACHABLE, agent.version(), Problems.of(Code.AGENT_OTHER, did));
        } catch (AgentException e) {
            return new Standing(
                    State.UNREACHABLE, "", Problems.of(Code.AGENT_UNREACHABLE, String.valueOf(e.getMessage())));
        }
    }

    Standing standing() {
        return standing;
    }

    /** Where other agents reach it, or empty. */
    String endpoint() {
        return Optional.ofNullable(duty).map(now -> now.running().endpoint()).orElse("");
    }

    /** The agent, if it can be used now. */
    Optional<Agent> agent() {
        return Optional.ofNullable(duty)
                .filter(now -> standing.state() == State.READY)
                .map(Duty::agent);
    }

    @Override
    public String did() {
        return did;
    }

    @Override
    public String sign(String type, String claims) throws IdentityUnavailable {
        Duty now = duty;
        if (now == null) {
            throw new IdentityUnavailable(
                    Reason.UNREACHABLE, "the agent is not running", new IllegalStateException("no agent"));
        }
        try {
            return now.agent().sign(did, type, claims);
        } catch (AgentException e) {
            throw e.asUnavailable();
        }
    }

    @Override
    public void close() {
        Optional.ofNullable(starter).ifPresent(thread -> {
            thread.interrupt();
            joined(thread);
        });
        Optional.ofNullable(duty).ifPresent(now -> {
            now.agent().close();
            now.running().end().run();
        });
    }

    /** What it starts at this moment must not outlive us. */
    private static void joined(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
