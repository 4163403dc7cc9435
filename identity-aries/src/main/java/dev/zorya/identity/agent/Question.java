package dev.zorya.identity.agent;

/**
 * What this wallet has asked for. Kept from the asking to the first answer: an answer counts once, on the connection that was asked.
 *
 * @param exchangeId the agent's name for it
 * @param challenge random, for this question only
 * @param type of the credential
 * @param issuerDid by whom it has to be; empty for anybody. A card is always by its holder
 */
public record Question(String exchangeId, String connectionId, String challenge, String type, String issuerDid) {}
