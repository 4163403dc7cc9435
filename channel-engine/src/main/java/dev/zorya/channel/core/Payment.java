package dev.zorya.channel.core;

import dev.zorya.channel.message.Extension;
import dev.zorya.channel.value.Bytes;
import java.math.BigInteger;
import java.util.Optional;

/**
 * One payment that a person ordered.
 *
 * @param id 16 random bytes, the same in both books
 * @param asset index of the asset in the channel
 * @param amount smallest unit, above zero
 * @param request id of the request it answers, or empty
 */
public record Payment(Bytes id, int asset, BigInteger amount, String memo, Bytes request) implements Order {
    /** Refuses what could not travel as a note: found out later, it would hold up every payment behind it. */
    public Payment {
        id.requireSize(Extension.ID_SIZE, "payment id");
        if (request.size() != 0) {
            request.requireSize(Extension.ID_SIZE, "request id");
        }
        Extension.requireShort(memo);
    }

    @Override
    public Optional<Payment> payment() {
        return Optional.of(this);
    }

    @Override
    public Notice refused(Notice.Refusal refusal, String reason) {
        return new Notice.PaymentRefused(id, refusal, reason);
    }

    @Override
    public Notice declined(String reason) {
        return new Notice.PaymentDeclined(id, reason);
    }

    @Override
    public Notice unanswered() {
        return new Notice.PaymentUnanswered(id);
    }

    Extension.Note note() {
        return new Extension.Note(id, asset, amount, memo, request);
    }
}
