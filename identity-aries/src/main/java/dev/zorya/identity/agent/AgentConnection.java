package dev.zorya.identity.agent;

/**
 * A pairwise connection of the agent. Proves nothing about who is there (ARIES.md 3).
 *
 * @param id the agent's; never looked up by a name
 * @param complete messages can go both ways
 * @param theirDid in its normal form, or empty before the exchange
 * @param label what the other side calls itself, cleaned
 * @param invitationId of the invitation that it came from, on both sides
 * @param ended the exchange was abandoned
 */
public record AgentConnection(
        String id, boolean complete, String theirDid, String label, String invitationId, boolean ended) {}
