package dev.zorya.net;

/**
 * How much others may take from this wallet (safety rule 5, THREATS.md 50 and 52). All positive, {@code strangers} may
 * be 0.
 *
 * @param unproven connections that have not proven an identity yet; above it the longest waiting of the address that has
 *     most of them goes
 * @param unprovenBytes bytes read from such a connection in all, TLS included
 * @param connectionsPerMinute from one address (IPv6: one /64); the same number may come at once
 * @param strangers proven connections of identities that are no contacts
 * @param envelopeBytes the longest envelope read or sent
 * @param queuedBytes waiting to be sent to one peer; above it sends fail at once
 */
public record Limits(
        int unproven, int unprovenBytes, int connectionsPerMinute, int strangers, int envelopeBytes, int queuedBytes) {
    public static final Limits DEFAULT = new Limits(100, 64 << 10, 120, 64, 256 << 10, 4 << 20);

    public Limits {
        if (unproven <= 0
                || unprovenBytes <= 0
                || connectionsPerMinute <= 0
                || strangers < 0
                || envelopeBytes <= 0
                || queuedBytes < envelopeBytes) {
            throw new IllegalArgumentException("a limit of the transport is out of range");
        }
    }
}
