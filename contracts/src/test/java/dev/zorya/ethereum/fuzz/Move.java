package dev.zorya.ethereum.fuzz;

import dev.zorya.channel.sim.judge.Ruling;
import dev.zorya.channel.value.Bytes;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call, and what the judge has made of it.
 *
 * @param kind the function
 * @param words what it is, for people
 * @param value wei that go along
 * @param rulings the events that the judge gives; null if it refuses
 * @param refusal why it refuses; empty if it does not
 */
record Move(
        String kind,
        String words,
        Bytes to,
        Bytes data,
        BigInteger value,
        @Nullable List<Ruling> rulings,
        String refusal) {
    boolean accepted() {
        return rulings != null;
    }

    /** @param after seconds since the sequence began */
    String tell(long after) {
        return "%3d s: %s %s: %s".formatted(after, kind, words, accepted() ? "accepted" : refusal);
    }

    /** What the judge says, as {@link Blocks} reads it from a block. */
    String expected() {
        return rulings == null
                ? Blocks.REFUSED
                : rulings.stream().map(Move::event).toList().toString();
    }

    private static String event(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Updated update ->
                Blocks.update(
                        update.channel().bytes(),
                        update.dispute().version(),
                        update.dispute().phase(),
                        update.dispute().timeout());
            case Ruling.OutcomeSet outcome -> Blocks.outcome(outcome.channel().bytes(), Blocks.holder(outcome.asset()));
        };
    }
}
