package dev.zorya.identity.agent;

/**
 * An invitation that this wallet has made, for one use.
 *
 * @param id the same on both sides
 * @param link to hand over
 */
public record Invited(String id, String link) {}
