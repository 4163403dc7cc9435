package dev.zorya.identity.agent;

import java.util.Optional;

/**
 * What an agent has to tell. After each reconnection everything that is still open is told again, so an event may come twice and must
 * have its effect once.
 */
public sealed interface AgentEvent {
    record StateChanged(AgentState state) implements AgentEvent {}

    record ConnectionChanged(AgentConnection connection) implements AgentEvent {}

    /**
     * The other side wants to see a credential.
     *
     * @param type of the credential; empty if the question is one that this wallet cannot read
     * @param reason in their words, cleaned
     */
    record Asked(String exchangeId, String connectionId, String type, String reason) implements AgentEvent {}

    /** The other side has answered our question; nothing is verified yet, see {@link Agent#verify}. */
    record Answered(String exchangeId, String connectionId) implements AgentEvent {}

    /** A question or an offer came to its end without a result. */
    record Abandoned(String exchangeId, String connectionId, String words) implements AgentEvent {}

    /**
     * The other side offers a credential.
     *
     * @param voucher nothing if it is a credential that this wallet cannot read
     */
    record Offered(String exchangeId, String connectionId, Optional<Voucher> voucher) implements AgentEvent {}

    /** A credential that this wallet has asked for is in the agent's store now. */
    record Stored(String exchangeId, String connectionId) implements AgentEvent {}

    /** The other side has taken a credential that this wallet has offered. */
    record Issued(String exchangeId, String connectionId) implements AgentEvent {}

    /** One of our own messages, see {@link Agent#send}. Signed by nobody: what is in it has to prove itself. */
    record Message(String connectionId, String kind, String body) implements AgentEvent {}
}
