package dev.zorya.identity.agent;

/**
 * A credential that was shown and holds.
 *
 * @param connectionId who showed it
 * @param voucher what it says; its subject made the proof
 * @param evidence the presentation as it came, to keep
 */
public record Shown(String connectionId, Voucher voucher, String evidence) {}
