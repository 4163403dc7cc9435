package dev.zorya.identity.agent;

/**
 * A credential in the agent's store.
 *
 * @param id the agent's
 */
public record Held(String id, Voucher voucher) {}
