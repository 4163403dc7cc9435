package dev.zorya.channel.engine;

import dev.zorya.channel.core.ChannelSnapshot;
import dev.zorya.channel.core.DisputeSnapshot;
import dev.zorya.channel.message.Extension;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.value.ProposalId;
import dev.zorya.channel.value.WireIdentity;

/** What subscribers are told, in order. */
public sealed interface EngineEvent {
    record ChannelChanged(ChannelSnapshot channel) implements EngineEvent {}

    /** A line of the book is durable in this form. */
    record PaymentChanged(ProposalId key, BookEntry entry) implements EngineEvent {}

    record RequestReceived(ProposalId key, Extension.PaymentRequest request) implements EngineEvent {}

    record RequestDeclined(ProposalId key, Extension.RequestDeclined answer) implements EngineEvent {}

    /** A step of a dispute: what is registered now, and what the wallet does next. */
    record Disputed(ProposalId key, DisputeSnapshot dispute) implements EngineEvent {}

    record LedgerReported(ProposalId key, LedgerEvent event) implements EngineEvent {}

    /** The store did not take a step of this channel; it stays where it was. */
    record StoreTrouble(ProposalId key, EngineException why) implements EngineEvent {}

    /** What is stored of this channel cannot be read; it is left alone and stops nobody else (safety rule 5). */
    record Quarantined(ProposalId key, String reason) implements EngineEvent {}

    record PeerConnection(WireIdentity peer, boolean up) implements EngineEvent {}
}
