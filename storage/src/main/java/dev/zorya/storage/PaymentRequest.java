package dev.zorya.storage;

import dev.zorya.channel.port.BookEntry.Direction;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ProposalId;
import java.math.BigInteger;
import java.time.Instant;

/**
 * A request to pay. Named by channel, direction and id: the id is chosen by whoever asks.
 *
 * @param direction IN: the peer asks us to pay; OUT: we ask the peer
 * @param asset index of the asset in the channel
 * @param amount smallest unit
 */
public record PaymentRequest(
        ProposalId channel,
        Direction direction,
        Bytes id,
        Status status,
        int asset,
        BigInteger amount,
        String memo,
        Instant at,
        Instant expires) {
    /** Where it stands. */
    public enum Status {
        WAITING,
        PAID,
        DECLINED,
        EXPIRED
    }
}
