package dev.zorya.ethereum.ledger;

import dev.zorya.ethereum.rpc.FeeQuote;
import dev.zorya.ethereum.rpc.Head;
import java.math.BigInteger;

/**
 * What is offered for gas (decision 0010). Always room for twice the base fee. Without a deadline within the person's
 * limit; with one, twice the tip each time that half of the remaining time is gone, and from half time on beyond the person's limit, if that is still less
 * than half of what is at stake. What is at stake in tokens has no price here, so for it the person's limit stays.
 */
final class FeeSchedule {
    private static final BigInteger GWEI = BigInteger.TEN.pow(9);

    private FeeSchedule() {}

    /** @param gasLimit of the transaction */
    static FeeQuote quote(Head head, BigInteger priority, BigInteger cap, Urgency urgency, long gasLimit) {
        BigInteger limit = limit(head, cap, urgency, gasLimit);
        return switch (urgency) {
            case Urgency.None none -> FeeQuote.of(head.baseFee(), priority, limit);
            case Urgency.Deadline deadline -> {
                BigInteger pressure = BigInteger.valueOf(deadline.pressure(head.time()));
                // those who make blocks often recommend next to nothing while blocks are not full
                BigInteger tip = priority.max(GWEI).multiply(pressure).min(limit);
                yield FeeQuote.of(head.baseFee(), tip, limit);
            }
        };
    }

    /**
     * At least what was offered before for the same purpose, so that a new start never begins below it, and at most what the
     * account has for it, as long as a block could still take it.
     *
     * @param spendable wei that are left for gas
     */
    static FeeQuote urgent(FeeQuote quote, FeeQuote before, Head head, BigInteger spendable, long gasLimit) {
        BigInteger maxFee = quote.maxFee().max(before.maxFee());
        BigInteger priority = quote.priority().max(before.priority());
        BigInteger affordable = spendable.divide(BigInteger.valueOf(gasLimit));
        BigInteger offered = affordable.compareTo(head.baseFee()) > 0 ? maxFee.min(affordable) : maxFee;
        return new FeeQuote(offered, priority.min(offered));
    }

    /** The most that may be paid for a unit of gas. */
    static BigInteger limit(Head head, BigInteger cap, Urgency urgency, long gasLimit) {
        return switch (urgency) {
            case Urgency.None none -> cap;
            case Urgency.Deadline deadline -> {
                boolean halfTime = deadline.pressure(head.time()) > 1;
                BigInteger worth = deadline.stake().shiftRight(1).divide(BigInteger.valueOf(gasLimit));
                yield halfTime ? cap.max(worth) : cap;
            }
        };
    }
}
