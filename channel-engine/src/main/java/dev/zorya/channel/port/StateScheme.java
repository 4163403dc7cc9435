package dev.zorya.channel.port;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;

/**
 * How one kind of ledger names channels and what it lets people sign (DESIGN.md 2: a ledger is a plug-in). Pure functions;
 * not I/O.
 */
public interface StateScheme {
    ChannelId channelId(Params params);

    /** By which the judge names a registered state: 32 bytes. */
    Bytes stateHash(State state);

    /** The 32 bytes that a participant signs for a state. Compute once and keep beside the state. */
    Bytes digest(State state);

    /** True only if the judge would count this signature (safety rule 4): exact length, v, low s, right address. */
    boolean verify(Bytes digest, Signature signature, Participant participant);
}
