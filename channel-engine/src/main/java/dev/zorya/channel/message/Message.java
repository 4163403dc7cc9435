package dev.zorya.channel.message;

/** Everything that travels in an envelope. {@link #type()} is the number on the wire (OFFCHAIN.md 2.7). */
public sealed interface Message
        permits Control, ChannelProposal, ProposalAnswer, UpdateMessage, ChannelSync, Extension {
    int type();
}
