package dev.zorya.ethereum.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.Asset;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.SubAllocation;
import dev.zorya.ethereum.rpc.FeeQuote;
import dev.zorya.ethereum.rpc.Head;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Offers for gas: what they depend on, and that they only rise (decision 0010). */
class FeeScheduleTest {
    private static final Instant DEADLINE = Instant.ofEpochSecond(1_000_000);
    private static final Duration DAY = Duration.ofDays(1);
    private static final BigInteger CAP = gwei(100);
    private static final long GAS = 100_000;

    private static BigInteger gwei(long amount) {
        return BigInteger.valueOf(amount).multiply(BigInteger.TEN.pow(9));
    }

    private static Head head(Duration left, long baseGwei) {
        return new Head(1, Bytes.EMPTY, DEADLINE.minus(left), gwei(baseGwei));
    }

    private static Urgency urgent(BigInteger stake) {
        return new Urgency.Deadline(DEADLINE, DAY, stake);
    }

    private static FeeQuote offer(Duration left, long baseGwei, BigInteger stake) {
        return FeeSchedule.quote(head(left, baseGwei), gwei(2), CAP, urgent(stake), GAS);
    }

    @Test
    void whatIsNotUrgentCostsTheSameAtAnyTime() {
        for (int hours = 0; hours < 24; hours++) {
            FeeQuote quote =
                    FeeSchedule.quote(head(Duration.ofHours(hours), 10), gwei(2), CAP, new Urgency.None(), GAS);
            assertEquals(new FeeQuote(gwei(22), gwei(2)), quote);
        }
    }

    @Test
    void theOfferDoublesWheneverHalfOfTheTimeIsGone() {
        assertEquals(gwei(2), offer(DAY, 1, BigInteger.ZERO).priority());
        assertEquals(gwei(2), offer(Duration.ofHours(13), 1, BigInteger.ZERO).priority());
        assertEquals(gwei(4), offer(Duration.ofHours(12), 1, BigInteger.ZERO).priority());
        assertEquals(gwei(8), offer(Duration.ofHours(6), 1, BigInteger.ZERO).priority());
        assertEquals(gwei(16), offer(Duration.ofHours(3), 1, BigInteger.ZERO).priority());
        assertEquals(gwei(64), offer(Duration.ofMinutes(40), 1, BigInteger.ZERO).priority());
        assertEquals(CAP, offer(Duration.ofSeconds(1), 1, BigInteger.ZERO).priority(), "64 times would be 128");
    }

    @Test
    @Tag("threat-30")
    void offersNeverGoDownWhileTimePasses() {
        for (BigInteger stake : List.of(BigInteger.ZERO, gwei(1_000_000), Party.ETHER)) {
            FeeQuote before = offer(DAY, 30, stake);
            for (int minutes = 24 * 60; minutes >= -60; minutes--) {
                FeeQuote now = offer(Duration.ofMinutes(minutes), 30, stake);
                assertTrue(now.maxFee().compareTo(before.maxFee()) >= 0, minutes + " minutes left");
                assertTrue(now.priority().compareTo(before.priority()) >= 0, minutes + " minutes left");
                assertTrue(now.priority().compareTo(now.maxFee()) <= 0, "a transaction that is valid");
                before = now;
            }
        }
    }

    @Test
    void thePersonsLimitHoldsInTheFirstHalfAndUpToHalfOfTheStakeAfterIt() {
        BigInteger stake = Party.ETHER;
        BigInteger half = stake.shiftRight(1).divide(BigInteger.valueOf(GAS));
        assertEquals(gwei(5_000), half);
        assertEquals(CAP, FeeSchedule.limit(head(Duration.ofHours(13), 400), CAP, urgent(stake), GAS));
        assertEquals(half, FeeSchedule.limit(head(Duration.ofHours(12), 400), CAP, urgent(stake), GAS));
        assertEquals(CAP, offer(Duration.ofHours(13), 400, stake).maxFee());
        assertEquals(gwei(400 * 2 + 4), offer(Duration.ofHours(12), 400, stake).maxFee());
        assertEquals(half, offer(Duration.ofMinutes(1), 4_000, stake).maxFee(), "however short the time");
    }

    @Test
    void aSmallStakeDoesNotLowerThePersonsLimit() {
        assertEquals(CAP, FeeSchedule.limit(head(Duration.ofHours(1), 400), CAP, urgent(gwei(1)), GAS));
    }

    @Test
    void aNewOfferBeginsWhereTheLastOneEndedAndEndsWhereTheMoneyDoes() {
        FeeQuote quote = new FeeQuote(gwei(40), gwei(2));
        FeeQuote before = new FeeQuote(gwei(90), gwei(8));
        Head head = head(Duration.ofHours(1), 10);
        BigInteger plenty = Party.ETHER;
        assertEquals(before, FeeSchedule.urgent(quote, before, head, plenty, GAS));
        BigInteger some = gwei(30).multiply(BigInteger.valueOf(GAS));
        assertEquals(new FeeQuote(gwei(30), gwei(8)), FeeSchedule.urgent(quote, before, head, some, GAS));
        BigInteger little = gwei(9).multiply(BigInteger.valueOf(GAS));
        assertEquals(before, FeeSchedule.urgent(quote, before, head, little, GAS), "no block would take 9 gwei");
    }

    @Test
    void theReserveGrowsWithWhatHasToBeDone() {
        FeeQuote quote = new FeeQuote(gwei(1), gwei(1));
        TestChannel channel = new TestChannel(
                List.of(new Party("alice"), new Party("bob")),
                List.of(new Asset(1, Bytes.EMPTY)),
                Balances.single(BigInteger.TEN, BigInteger.TEN));
        Allocation plain = channel.initial;
        Allocation nested = new Allocation(
                plain.assets(),
                plain.balances(),
                List.of(new SubAllocation(channel.id, List.of(BigInteger.ONE), List.of())));
        BigInteger one = Reserve.of(plain, quote);
        assertEquals(gwei(110_271 + 104_825 + 68_557), one);
        assertEquals(gwei(205_059 + 154_215 + 68_557), Reserve.of(nested, quote));
    }
}
