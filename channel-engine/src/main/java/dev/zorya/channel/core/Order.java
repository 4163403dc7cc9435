package dev.zorya.channel.core;

import dev.zorya.channel.value.Bytes;
import java.util.Optional;

/** Something that a person or an application wants done in an open channel; waits for its turn in the queue. */
public sealed interface Order permits Payment, Change {
    /** 16 bytes; the same id is the same order. */
    Bytes id();

    /** This, if it is a payment: only those are merged with others. */
    Optional<Payment> payment();

    /** Nothing was signed for it and nothing will be. */
    Notice refused(Notice.Refusal refusal, String reason);

    /** Signed, but the peer said no. */
    Notice declined(String reason);

    /** Signed and sent, no answer in time. */
    Notice unanswered();
}
