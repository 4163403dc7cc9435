package dev.zorya.channel.core;

import java.util.Optional;
import java.util.function.Function;

/** Who may wait in the queue of payments. */
final class Queue {
    private Queue() {}

    /**
     * A person pays.
     *
     * @param same the phase as it is, for a payment that may not wait; nothing was signed for it
     * @param longer the phase with the payment in its queue
     */
    static Transition join(Env env, Live live, Payment payment, ChannelState same, Function<Live, Transition> longer) {
        if (isKnown(live, payment)) {
            return Transition.stay(same);
        }
        return refusal(env, live, payment)
                .map(refusal -> Transition.to(same).notify(refusal).done())
                .orElseGet(() -> longer.apply(live.enqueue(payment)));
    }

    /** The same id is the same payment: ordering it twice must not pay it twice. */
    static boolean isKnown(Live live, Payment payment) {
        return live.queue().stream().anyMatch(p -> p.id().equals(payment.id()))
                || live.authorised().stream()
                        .flatMap(a -> a.payments().stream())
                        .anyMatch(p -> p.id().equals(payment.id()));
    }

    /** Why this payment cannot even wait. Whether the balance lasts for the whole queue shows when its turn comes. */
    private static Optional<Notice> refusal(Env env, Live live, Payment payment) {
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
