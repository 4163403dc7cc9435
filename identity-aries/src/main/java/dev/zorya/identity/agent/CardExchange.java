package dev.zorya.identity.agent;

import dev.zorya.identity.CardCheck;
import dev.zorya.identity.ContactRefused;
import dev.zorya.identity.IdentityUnavailable.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mutual proof of two contact cards over a connection (ARIES.md 4): each side asks with its own challenge, shows its own card to a
 * connection that its person has accepted, checks the other's, and says so. Every step can be repeated: after a loss the questions are
 * asked anew.
 */
public final class CardExchange implements Consumer<AgentEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(CardExchange.class);
    private static final String VERIFIED = "verified";
    private static final String UPDATE = "card";

    private final Agent agent;
    private final Wallet wallet;
    private final Map<String, Instant> asked = new ConcurrentHashMap<>();

    /** What the exchange needs to know and tells; the calls may block. */
    public interface Wallet {
        /** The card to show, as a text. */
        String ownCard() throws AgentException;

        /** The checks of a card, as of now. */
        CardCheck check();

        /** The person has accepted this connection as one with somebody who is to become or is a contact. */
        boolean accepted(AgentConnection connection);

        /** The other side's card is not proven to us yet. */
        boolean unproven(String connectionId);

        /** It is now. */
        void proven(ShownCard card) throws PresentationRefused;

        void refused(String connectionId, PresentationRefused why);

        /** The other side has verified our card, says the other side. */
        void acknowledged(String connectionId);

        /** A newer card of somebody whose connection this is; a text to be checked. */
        void updated(String connectionId, String text);

        /** Everything that is not about cards. */
        void other(AgentEvent event);
    }

    public CardExchange(Agent agent, Wallet wallet) {
        this.agent = agent;
        this.wallet = wallet;
    }

    /** Makes the card ready to be shown: signs it as a credential unless the agent has it, and removes older ones. */
    public void prepare() throws AgentException {
        try {
            Voucher own = CardVoucher.of(wallet.ownCard());
            List<Held> cards = agent.held().stream()
                    .filter(held -> held.voucher().type().equals(VcJson.CARD))
                    .filter(held -> held.voucher().issuerDid().equals(own.issuerDid()))
                    .toList();
            if (cards.stream().noneMatch(held -> held.voucher().equals(own))) {
                agent.hold(own);
            }
            for (Held old : cards) {
                if (!old.voucher().equals(own)) {
                    agent.remove(old);
                }
            }
        } catch (ContactRefused e) {
            throw new AgentException(Reason.REFUSED, e);
        }
    }

    /** Asks for the other side's card, again if it was asked before. */
    public void ask(String connectionId) throws AgentException {
        asked.put(connectionId, Instant.now());
        agent.ask(connectionId, VcJson.CARD, "", "");
    }

    /** Asks those again who have not answered for that long: a question can be lost with the other side's agent. */
    public void askAgain(Duration silence) throws AgentException {
        Instant limit = Instant.now().minus(silence);
        for (Map.Entry<String, Instant> open : asked.entrySet()) {
            if (open.getValue().isBefore(limit) && wallet.unproven(open.getKey())) {
                ask(open.getKey());
            }
        }
    }

    /** Sends our newest card to a contact that is connected. */
    public void update(String connectionId, String cardText) throws AgentException {
        agent.send(connectionId, UPDATE, cardText);
    }

    @Override
    public void accept(AgentEvent event) {
        try {
            switch (event) {
                case AgentEvent.StateChanged changed -> {
                    // answers may have been lost with the agent
                    asked.clear();
                    wallet.other(changed);
                }
                case AgentEvent.ConnectionChanged changed -> connected(changed);
                case AgentEvent.Asked question -> asked(question);
                case AgentEvent.Answered answer -> answered(answer);
                case AgentEvent.Message message -> message(message);
                case AgentEvent.Abandoned abandoned -> {
                    asked.remove(abandoned.connectionId());
                    wallet.other(abandoned);
                }
                case AgentEvent.Offered offered -> wallet.other(offered);
                case AgentEvent.Stored stored -> wallet.other(stored);
                case AgentEvent.Issued issued -> wallet.other(issued);
            }
        } catch (AgentException e) {
            // told again after the next reconnection, or asked again by the person
            LOG.warn("a step of an exchange of cards was not made: {}", e.getMessage());
        }
    }

    private void connected(AgentEvent.ConnectionChanged changed) throws AgentException {
        AgentConnection connection = changed.connection();
        wallet.other(changed);
        if (connection.complete()
                && wallet.accepted(connection)
                && wallet.unproven(connection.id())
                && !asked.containsKey(connection.id())) {
            ask(connection.id());
        }
    }

    /** Our own card goes to whoever we have accepted; anything else is the person's to decide. */
    private void asked(AgentEvent.Asked question) throws AgentException {
        boolean card = question.type().equals(VcJson.CARD);
        if (!card || !wallet.accepted(agent.connection(question.connectionId()))) {
            wallet.other(question);
            return;
        }
        prepare();
        Optional<Held> newest = ownCards(question.exchangeId());
        if (newest.isPresent()) {
            agent.show(question.exchangeId(), newest.get());
            if (!wallet.unproven(question.connectionId())) {
                // who asks once more may have lost our word
                agent.send(question.connectionId(), VERIFIED, "");
            }
        } else {
            agent.refuse(question.exchangeId(), "no card");
        }
    }

    private Optional<Held> ownCards(String exchangeId) throws AgentException {
        Set<String> own = Set.copyOf(agent.dids());
        return agent.matching(exchangeId).stream()
                .filter(held -> own.contains(held.voucher().issuerDid()))
                .max(Comparator.comparingLong(held -> CardVoucher.seq(held.voucher())));
    }

    private void answered(AgentEvent.Answered answer) throws AgentException {
        String connection = answer.connectionId();
        Question question;
        try {
            question = agent.question(answer.exchangeId());
        } catch (PresentationRefused stray) {
            LOG.debug("an answer that nobody waits for: {}", answer.exchangeId());
            agent.discardProof(answer.exchangeId());
            return;
        }
        if (!question.type().equals(VcJson.CARD)) {
            wallet.other(answer);
            return;
        }
        try {
            wallet.proven(CardVoucher.check(agent.verify(answer.exchangeId()), wallet.check()));
            agent.send(connection, VERIFIED, "");
        } catch (PresentationRefused e) {
            wallet.refused(connection, e);
        }
        agent.discardProof(answer.exchangeId());
    }

    private void message(AgentEvent.Message message) {
        switch (message.kind()) {
            case VERIFIED -> wallet.acknowledged(message.connectionId());
            case UPDATE -> wallet.updated(message.connectionId(), message.body());
            default -> wallet.other(message);
        }
    }
}
