package dev.zorya.channel.port;

import dev.zorya.channel.message.ChannelProposal;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.State;
import dev.zorya.channel.value.WireIdentity;

/** What the engine does not decide by itself. The protocol's own checks have passed already. */
public sealed interface Question {
    WireIdentity peer();

    /** Someone wants to open a channel with us. */
    record Open(WireIdentity peer, ChannelProposal proposal) implements Question {}

    /** The peer asks for an update that takes something from us, or changes the app's data; for any where nothing is signed unasked. */
    record Update(WireIdentity peer, ChannelId channel, State from, State to, int ownIndex) implements Question {}

    /** The peer wants to close; balances stay as they are. */
    record Close(WireIdentity peer, ChannelId channel, State last) implements Question {}
}
