package dev.zorya.wallet.api;

import java.net.URI;

/**
 * An ACA-Py that the person runs.
 *
 * @param admin of its admin interface, {@code http://127.0.0.1:8031}
 * @param key its API key; kept sealed, copied, the caller wipes its own
 */
public record AgentOrder(URI admin, char[] key) {}
