package dev.zorya.wallet.agent;

import dev.zorya.identity.CardCheck;
import dev.zorya.identity.ContactRefused;
import dev.zorya.identity.ContactText;
import dev.zorya.identity.IdentityUnavailable.Reason;
import dev.zorya.identity.agent.Agent;
import dev.zorya.identity.agent.AgentConnection;
import dev.zorya.identity.agent.AgentEvent;
import dev.zorya.identity.agent.AgentException;
import dev.zorya.identity.agent.AgentState;
import dev.zorya.identity.agent.CardExchange;
import dev.zorya.identity.agent.PresentationRefused;
import dev.zorya.identity.agent.ShownCard;
import dev.zorya.wallet.agent.Attempt.Step;
import dev.zorya.wallet.api.ContactView;
import dev.zorya.wallet.api.WalletException;
import dev.zorya.wallet.api.WalletProblem.Code;
import dev.zorya.wallet.meeting.People;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an agent tells about those whom we meet. A contact is kept when both sides are proven, and not before. */
final class Encounter implements CardExchange.Wallet {
    private static final Logger LOG = LoggerFactory.getLogger(Encounter.class);

    /** A question may be lost with the other side's agent. */
    private static final Duration ASK_AGAIN = Duration.ofSeconds(5);

    private final Attempts attempts;
    private final People people;
    private final Supplier<CardCheck> checks;
    private final InstantSource clock;
    private final CardExchange exchange;

    Encounter(Agent agent, Attempts attempts, People people, Supplier<CardCheck> checks, InstantSource clock) {
        this.attempts = attempts;
        this.people = people;
        this.checks = checks;
        this.clock = clock;
        this.exchange = new CardExchange(agent, this);
    }

    CardExchange exchange() {
        return exchange;
    }

    @Override
    public String ownCard() throws AgentException {
        try {
            return people.ownCard();
        } catch (WalletException e) {
            throw new AgentException(Reason.REFUSED, e);
        }
    }

    @Override
    public CardCheck check() {
        return checks.get();
    }

    /** One connection for each invitation, the first one; none for an invitation that was withdrawn or is past its date. */
    @Override
    public boolean accepted(AgentConnection connection) {
        return attempt(connection)
                .filter(attempt -> attempt.step() != Step.VERIFIED
                        || people.contact(attempt.did()).isPresent())
                .isPresent();
    }

    private Optional<Attempt> attempt(AgentConnection connection) {
        return attempts.find(connection.invitationId())
                .filter(attempt -> attempt.connection().isEmpty()
                        ? attempt.expires().isAfter(clock.instant())
                        : attempt.connection().equals(connection.id()));
    }

    @Override
    public boolean unproven(String connectionId) {
        return attempts.on(connectionId).filter(Attempt::open).isPresent();
    }

    @Override
    public void proven(ShownCard shown) throws PresentationRefused {
        try {
            people.check(shown.text());
            String did = shown.card().claims().did();
            Optional<Attempt> attempt = attempts.on(shown.connectionId());
            if (attempt.isPresent()) {
                attempts.change(attempt.get().id(), now -> now.proven(did, shown.text()))
                        .ifPresent(this::finish);
            }
        } catch (WalletException e) {
            throw PresentationRefused.byWallet(e);
        }
    }

    @Override
    public void refused(String connectionId, PresentationRefused why) {
        attempts.on(connectionId)
                .filter(Attempt::open)
                .ifPresent(attempt -> fail(attempt, Code.CONTACT_PROOF_REFUSED, String.valueOf(why.getMessage())));
    }

    @Override
    public void acknowledged(String connectionId) {
        attempts.on(connectionId)
                .ifPresent(attempt -> guarded(() ->
                        attempts.change(attempt.id(), Attempt::acknowledged).ifPresent(this::finish)));
    }

    private void finish(Attempt attempt) {
        if (attempt.card().isEmpty() || !attempt.heard() || attempt.step() == Step.VERIFIED) {
            return;
        }
        try {
            ContactView contact = people.keep(attempt.card(), attempt.name());
            attempts.change(attempt.id(), Attempt::verified);
            attempts.done(attempt.id(), contact);
        } catch (WalletException e) {
            fail(attempt, e.problem().code(), e.problem().details());
        }
    }

    void fail(Attempt attempt, Code code, String details) {
        guarded(() -> {
            Optional<Attempt> failed = attempts.change(attempt.id(), now -> now.failed(code, details));
            failed.ifPresent(now -> Optional.ofNullable(now.trouble())
                    .ifPresent(problem -> attempts.failed(now.id(), new WalletException(problem))));
        });
    }

    @Override
    public void updated(String connectionId, String text) {
        Optional<Attempt> attempt = attempts.on(connectionId).filter(known -> known.step() == Step.VERIFIED);
        if (attempt.isEmpty() || people.contact(attempt.get().did()).isEmpty()) {
            LOG.info("a card of somebody who is no contact is ignored");
            return;
        }
        guarded(() -> {
            try {
                if (ContactText.read(text, checks.get())
                        .claims()
                        .did()
                        .equals(attempt.get().did())) {
                    people.keep(text, "");
                } else {
                    LOG.warn("a card of somebody else came over a contact's connection and is ignored");
                }
            } catch (ContactRefused e) {
                LOG.warn("a card that does not hold is ignored: {}", e.getMessage());
            }
        });
    }

    @Override
    public void other(AgentEvent event) {
        switch (event) {
            case AgentEvent.ConnectionChanged changed -> connection(changed.connection());
            case AgentEvent.StateChanged changed -> {
                if (changed.state() == AgentState.READY) {
                    ready();
                }
            }
            case AgentEvent.Asked asked -> LOG.info("a question of the other side waits: {}", asked.type());
            case AgentEvent.Offered offered -> LOG.info("an offer of the other side waits");
            case AgentEvent.Abandoned abandoned -> LOG.debug("an exchange came to nothing: {}", abandoned.words());
            case AgentEvent.Answered ignored -> LOG.debug("{}", ignored);
            case AgentEvent.Stored ignored -> LOG.debug("{}", ignored);
            case AgentEvent.Issued ignored -> LOG.debug("{}", ignored);
            case AgentEvent.Message message -> LOG.debug("a message of the unknown kind {}", message.kind());
        }
    }

    private void connection(AgentConnection connection) {
        Optional<Attempt> attempt = attempt(connection).filter(known -> known.step() != Step.VERIFIED);
        if (attempt.isEmpty()) {
            return;
        }
        if (connection.ended()) {
            fail(attempt.get(), Code.INVITATION_USED, "");
            return;
        }
        Step step = connection.complete() ? Step.CONNECTED : Step.CONNECTING;
        guarded(() -> attempts.change(attempt.get().id(), now -> now.at(step, connection.id(), connection.label())));
    }

    private void ready() {
        try {
            exchange.prepare();
        } catch (AgentException e) {
            LOG.warn("the card could not be made ready: {}", e.getMessage());
        }
        update();
    }

    /** Contacts get our newest card over their connection; those who have it already do not. */
    void update() {
        guarded(() -> {
            try {
                String card = people.ownCard();
                long seq = ContactText.reread(card).claims().seq();
                List<Attempt> behind = attempts.stream()
                        .filter(attempt -> attempt.step() == Step.VERIFIED && attempt.sent() < seq)
                        .filter(attempt -> people.contact(attempt.did()).isPresent())
                        .toList();
                for (Attempt attempt : behind) {
                    exchange.update(attempt.connection(), card);
                    attempts.change(attempt.id(), now -> now.told(seq));
                }
            } catch (ContactRefused | AgentException e) {
                LOG.warn("the newest card was not sent: {}", e.getMessage());
            }
        });
    }

    void askAgain() throws AgentException {
        exchange.askAgain(ASK_AGAIN);
    }

    private interface Saving {
        void run() throws WalletException;
    }

    private static void guarded(Saving step) {
        try {
            step.run();
        } catch (WalletException e) {
            LOG.warn("a step of an introduction is not kept: {}", e.problem().what());
        }
    }
}
