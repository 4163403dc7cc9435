package dev.zorya.channel.core;

import dev.zorya.channel.message.Extension;
import dev.zorya.channel.port.BookEntry;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.State;

/** What the application is told. That the channel changed is told after every step and is no notice of its own. */
public sealed interface Notice {
    /** A line of the book is durable in this form. */
    record Booked(BookEntry entry) implements Notice {}

    /** Nothing was signed for this payment and nothing will be. */
    record PaymentRefused(Bytes id, Refusal refusal, String reason) implements Notice {}

    /** Signed, but the peer said no; stays pending until a version without it is fully signed (safety rule 2). */
    record PaymentDeclined(Bytes id, String reason) implements Notice {}

    /** Signed, and the peer has not answered in time; it is sent again by itself. */
    record PaymentUnanswered(Bytes id) implements Notice {}

    /** Nothing was signed for this change and nothing will be. */
    record ChangeRefused(Bytes id, Refusal refusal, String reason) implements Notice {}

    /** Signed, but the peer said no; can still take effect until a version without it is fully signed (safety rule 2). */
    record ChangeDeclined(Bytes id, String reason) implements Notice {}

    /** Signed, and the peer has not answered in time; it is sent again by itself. */
    record ChangeUnanswered(Bytes id) implements Notice {}

    /** The change is fully signed and durable, in this state. */
    record Changed(Bytes id, State state) implements Notice {}

    /** Nothing was proposed. */
    record OpenRefused(String reason) implements Notice {}

    /** The peer did not agree to close; the channel can only be closed from now on (a signed final state exists). */
    record CloseDeclined(String reason) implements Notice {}

    /** The peer has not answered our final state in time; it is sent again by itself. */
    record CloseUnanswered() implements Notice {}

    /** The channel cannot be closed now. */
    record CloseRefused(String reason) implements Notice {}

    /** The channel is settled on the ledger, and this is how it stands now. */
    record Disputed(DisputeSnapshot dispute) implements Notice {}

    record RequestReceived(Extension.PaymentRequest request) implements Notice {}

    record RequestDeclined(Extension.RequestDeclined answer) implements Notice {}

    /** Why nothing was signed. */
    enum Refusal {
        NOT_OPEN,
        AMOUNT,
        INSUFFICIENT,
        QUEUE_FULL,
        /** The app or the rules of channels do not allow it, or it does not fit the state any more. */
        RULES,
        /** An earlier update of ours has no answer yet. */
        NO_ANSWER,
        /** The record may be old, and nothing is signed with it (safety rule 10). */
        STALE
    }
}
