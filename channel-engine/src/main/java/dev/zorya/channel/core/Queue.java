package dev.zorya.channel.core;

import java.util.Optional;

/** Who may wait in the queue of payments. */
final class Queue {
    private Queue() {}

    /** Why this payment cannot even wait. Whether the balance lasts for the whole queue shows when its turn comes. */
    static Optional<Notice> refusal(Env env, Live live, Payment payment) {
        if (live.wish() == Live.Wish.CLOSE) {
            return refuse(payment, Notice.Refusal.NOT_OPEN, "the channel is closing");
        }
        if (payment.asset() < 0
                || payment.asset() >= live.state().balances().assets()
                || payment.amount().signum() <= 0) {
            return refuse(payment, Notice.Refusal.AMOUNT, "the amount must be above zero, in an asset of the channel");
        }
        if (payment.amount().compareTo(live.state().balances().of(payment.asset(), live.own())) > 0) {
            return refuse(payment, Notice.Refusal.INSUFFICIENT, "the amount is above the balance");
        }
        return live.queue().size() >= env.limits().maxQueue()
                ? refuse(payment, Notice.Refusal.QUEUE_FULL, "too many payments are waiting")
                : Optional.empty();
    }

    private static Optional<Notice> refuse(Payment payment, Notice.Refusal refusal, String reason) {
        return Optional.of(new Notice.PaymentRefused(payment.id(), refusal, reason));
    }
}
