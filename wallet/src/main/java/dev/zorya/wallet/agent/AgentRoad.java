package dev.zorya.wallet.agent;

import dev.zorya.channel.port.StoreException;
import dev.zorya.identity.CardCheck;
import dev.zorya.identity.agent.Agent;
import dev.zorya.identity.agent.AgentEvent;
import dev.zorya.identity.agent.AgentException;
import dev.zorya.identity.agent.AgentInvitation;
import dev.zorya.identity.agent.Invited;
import dev.zorya.storage.Settings;
import dev.zorya.wallet.Causes;
import dev.zorya.wallet.Problems;
import dev.zorya.wallet.agent.Attempt.Step;
import dev.zorya.wallet.api.ConnectionView;
import dev.zorya.wallet.api.ContactPreview;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.IdentityView.Kind;
import dev.zorya.wallet.api.Invitation;
import dev.zorya.wallet.api.WalletEvent;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import dev.zorya.wallet.meeting.People;
import dev.zorya.wallet.meeting.Road;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How two people become contacts whose wallets use agents: out-of-band invitation, DID Exchange, a proof on each side (ARIES.md 4). */
public final class AgentRoad implements Road, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AgentRoad.class);
    private static final Duration INVITATION_LIFE = Duration.ofDays(7);

    /** After that the person is told, not the exchange ended: an answer may still come. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration SHOWN = Duration.ofHours(1);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Desk desk;
    private final Attempts attempts;
    private final People people;
    private final Supplier<CardCheck> checks;
    private final String label;
    private final InstantSource clock;
    private final Thread thread;
    private volatile @Nullable Encounter encounter;

    /**
     * The road of a wallet.
     *
     * @param checks of a card, as of now
     * @param label what this wallet calls itself
     */
    public AgentRoad(
            Desk desk,
            Settings settings,
            People people,
            Supplier<CardCheck> checks,
            String label,
            Consumer<WalletEvent> events,
            InstantSource clock)
            throws StoreException {
        this.desk = desk;
        this.attempts = new Attempts(settings, events);
        this.people = people;
        this.checks = checks;
        this.label = label;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("agent-road").start(this::watch);
    }

    /** For {@link Desk#start}. */
    public Consumer<AgentEvent> serve(Agent agent) {
        Encounter now = new Encounter(agent, attempts, people, checks, clock);
        encounter = now;
        return now.exchange();
    }

    @Override
    public boolean invites() {
        return desk.agent().isPresent();
    }

    @Override
    public CompletionStage<Invitation> invite() {
        return Change.begin(() -> {
            try {
                Invited made = agent().invite(label);
                Instant expires = clock.instant().plus(INVITATION_LIFE);
                attempts.save(Attempt.inviting(made.id(), clock.instant(), expires));
                return new Invitation(made.id(), made.link(), expires);
            } catch (AgentException e) {
                throw Causes.of(e.asUnavailable());
            }
        });
    }

    @Override
    public Set<ContactPreview.Kind> kinds() {
        return Set.of(ContactPreview.Kind.AGENT_INVITATION);
    }

    @Override
    public Optional<ContactPreview> read(String text) throws WalletException {
        Optional<AgentInvitation> invitation = AgentInvitation.parse(text);
        if (invitation.isEmpty()) {
            return Optional.empty();
        }
        if (desk.current().kind() == Kind.BUILT_IN) {
            throw Problems.failure(Code.AGENT_NEEDED);
        }
        requireOfOthers(invitation.get());
        return Optional.of(new ContactPreview(
                ContactPreview.Kind.AGENT_INVITATION, text, "", invitation.get().label(), "", "", "", false));
    }

    private void requireOfOthers(AgentInvitation invitation) throws WalletException {
        if (attempts.find(invitation.id()).filter(Attempt::invited).isPresent()) {
            throw Problems.failure(Code.CONTACT_IS_YOU);
        }
    }

    @Override
    public CompletionStage<ContactView> accept(ContactPreview preview, String name) {
        try {
            AgentInvitation invitation = AgentInvitation.parse(preview.text())
                    .orElseThrow(() -> Problems.failure(Code.CONTACT_TEXT_DAMAGED));
            requireOfOthers(invitation);
            Optional<Attempt> known = attempts.find(invitation.id());
            if (known.filter(attempt -> attempt.step() == Step.VERIFIED).isPresent()) {
                throw Problems.failure(Code.INVITATION_USED);
            }
            if (known.isPresent()) {
                return retry(invitation.id());
            }
            Agent agent = agent();
            Instant now = clock.instant();
            attempts.save(Attempt.accepting(invitation.id(), name, invitation.label(), now, now.plus(INVITATION_LIFE)));
            CompletableFuture<ContactView> promise = attempts.promise(invitation.id());
            Thread.ofVirtual().name("agent-accept").start(() -> receive(agent, invitation));
            return promise;
        } catch (WalletException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void receive(Agent agent, AgentInvitation invitation) {
        try {
            String connection = agent.receive(invitation);
            attempts.change(
                    invitation.id(),
                    now -> now.connection().isEmpty() ? now.at(now.step(), connection, now.label()) : now);
        } catch (AgentException e) {
            failed(invitation.id(), Causes.of(e.asUnavailable()));
        } catch (WalletException e) {
            failed(invitation.id(), e);
        }
    }

    private void failed(String id, WalletException why) {
        Optional.ofNullable(encounter)
                .ifPresent(now -> attempts.find(id)
                        .ifPresent(attempt -> now.fail(
                                attempt, why.problem().code(), why.problem().details())));
        attempts.failed(id, why);
    }

    @Override
    public boolean has(String id) {
        return attempts.find(id).isPresent();
    }

    @Override
    public void withdraw(String id) throws WalletException {
        Attempt attempt = require(id);
        if (attempt.step() != Step.INVITED) {
            throw Problems.failure(Code.INVITATION_USED);
        }
        forget(attempt);
    }

    @Override
    public CompletionStage<ContactView> retry(String id) {
        try {
            Agent agent = agent();
            Attempt attempt = require(id);
            if (attempt.connection().isEmpty()) {
                throw Problems.failure(Code.INVITATION_USED);
            }
            attempts.save(attempt.again(clock.instant()));
            CompletableFuture<ContactView> promise = attempts.promise(id);
            Thread.ofVirtual().name("agent-retry").start(() -> ask(agent, attempt));
            return promise;
        } catch (WalletException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void ask(Agent agent, Attempt attempt) {
        Encounter now = encounter;
        try {
            if (now != null && agent.connection(attempt.connection()).complete()) {
                now.exchange().ask(attempt.connection());
            }
        } catch (AgentException e) {
            failed(attempt.id(), Causes.of(e.asUnavailable()));
        }
    }

    @Override
    public void giveUp(String id) throws WalletException {
        Attempt attempt = require(id);
        if (attempt.step() == Step.VERIFIED) {
            throw Problems.failure(Code.INVITATION_USED);
        }
        forget(attempt);
    }

    /** Without an agent it counts, too: nothing that it tells about a forgotten attempt is listened to. */
    private void forget(Attempt attempt) throws WalletException {
        attempts.remove(attempt);
        attempts.failed(attempt.id(), Problems.failure(Code.INTRODUCTION_GONE));
        Optional<Agent> agent = desk.agent();
        if (agent.isPresent()) {
            try {
                if (attempt.invited() && attempt.step() == Step.INVITED) {
                    agent.get().withdraw(attempt.id());
                } else if (!attempt.connection().isEmpty()) {
                    agent.get().forget(attempt.connection());
                }
            } catch (AgentException e) {
                throw Causes.of(e.asUnavailable());
            }
        }
    }

    @Override
    public List<ConnectionView> connections() {
        Instant recent = clock.instant().minus(SHOWN);
        return attempts.stream()
                .filter(attempt ->
                        attempt.step() != Step.VERIFIED || attempt.since().isAfter(recent))
                .map(Attempt::view)
                .sorted(Comparator.comparing(ConnectionView::since).reversed())
                .toList();
    }

    /** Our card is another one now. */
    public void cardChanged() {
        Optional.ofNullable(encounter).filter(now -> invites()).ifPresent(Encounter::update);
    }

    private Attempt require(String id) throws WalletException {
        return attempts.find(id).orElseThrow(() -> Problems.failure(Code.INTRODUCTION_GONE));
    }

    private Agent agent() throws WalletException {
        if (desk.current().kind() == Kind.BUILT_IN) {
            throw Problems.failure(Code.AGENT_NEEDED);
        }
        return desk.agent().orElseThrow(() -> Problems.failure(Code.AGENT_UNREACHABLE));
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(PERIOD);
                tick(clock.instant());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void tick(Instant now) {
        Encounter at = encounter;
        if (at == null || !invites()) {
            return;
        }
        try {
            at.askAgain();
        } catch (AgentException nextTime) {
            return;
        }
        for (Attempt attempt : attempts.stream().filter(Attempt::open).toList()) {
            if (attempt.step() == Step.INVITED) {
                expire(attempt, now);
            } else if (attempt.since().plus(PATIENCE).isBefore(now)) {
                boolean met = attempt.step() == Step.CONNECTED;
                at.fail(attempt, met || attempt.invited() ? Code.CONTACT_SILENT : Code.INVITATION_USED, "");
            }
        }
    }

    private void expire(Attempt attempt, Instant now) {
        if (!attempt.expires().isAfter(now)) {
            try {
                forget(attempt);
            } catch (WalletException e) {
                // not listened to any more in any case
                LOG.info("an expired invitation stays with the agent");
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
