package dev.zorya.net;

import dev.zorya.channel.value.WireIdentity;

/** Told on the network thread when somebody with another TLS key claimed to be a contact and was refused. */
@FunctionalInterface
public interface Alarm {
    /** Nobody is told; the log has it. */
    Alarm NONE = peer -> {};

    void wrongKey(WireIdentity peer);
}
