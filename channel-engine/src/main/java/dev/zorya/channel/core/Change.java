package dev.zorya.channel.core;

import dev.zorya.channel.message.Extension;
import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.State;
import java.util.Optional;

/**
 * A new version as an application wants it. Lives in memory: after a crash what was signed for it is brought to an end, but
 * it is not tried again.
 *
 * @param id 16 random bytes
 */
public record Change(Bytes id, Step step) implements Order {
    public Change {
        id.requireSize(Extension.ID_SIZE, "change id");
    }

    /** Asked when the turn comes, and again if the peer's update came first. Pure, must not block. */
    @FunctionalInterface
    public interface Step {
        /**
         * What follows the newest fully signed state.
         *
         * @return nothing if there is nothing to do any more in this state
         */
        Optional<Next> from(State current);
    }

    /**
     * What may differ from version to version.
     *
     * @param last nothing can follow
     */
    public record Next(Balances balances, Bytes data, boolean last) {}

    /** Exactly this, whatever the state is when the turn comes; the rules decide whether it fits. */
    public static Step to(Balances balances, Bytes data, boolean last) {
        Next next = new Next(balances, data, last);
        return current -> Optional.of(next);
    }

    @Override
    public Optional<Payment> payment() {
        return Optional.empty();
    }

    @Override
    public Notice refused(Notice.Refusal refusal, String reason) {
        return new Notice.ChangeRefused(id, refusal, reason);
    }

    @Override
    public Notice declined(String reason) {
        return new Notice.ChangeDeclined(id, reason);
    }

    @Override
    public Notice unanswered() {
        return new Notice.ChangeUnanswered(id);
    }
}
