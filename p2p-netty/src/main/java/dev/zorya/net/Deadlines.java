package dev.zorya.net;

import java.time.Duration;

/**
 * How long the transport waits. All positive.
 *
 * @param connect for the TCP connection, for each address of the host
 * @param handshake from TCP connection to proven identity, TLS included (OFFCHAIN.md 2.3: 10 s)
 * @param send until the operating system took the bytes; then the connection is closed (OFFCHAIN.md 2.4)
 * @param envelope from the first to the last byte of one envelope of a proven peer
 * @param heartbeat silence before a ping to a Zorya; after three times as much the connection counts as dead
 * @param probe silence after a ping before a connection is given up that a newcomer wants to replace
 * @param retire how long a replaced connection is still read, so that nothing on its way is lost
 * @param firstRetry wait before the first dial after a lost connection to a kept peer; doubles with each failure
 * @param lastRetry the longest such wait
 */
public record Deadlines(
        Duration connect,
        Duration handshake,
        Duration send,
        Duration envelope,
        Duration heartbeat,
        Duration probe,
        Duration retire,
        Duration firstRetry,
        Duration lastRetry) {
    public static final Deadlines DEFAULT = new Deadlines(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(15),
            Duration.ofSeconds(3),
            Duration.ofMillis(500),
            Duration.ofMillis(250),
            Duration.ofSeconds(60));
}
