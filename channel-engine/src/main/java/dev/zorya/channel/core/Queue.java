package dev.zorya.channel.core;

import java.util.Optional;
import java.util.function.Function;

/** Who may wait in the queue. */
final class Queue {
    private Queue() {}

    /**
     * An order comes in.
     *
     * @param same the phase as it is, for an order that may not wait; nothing was signed for it
     * @param longer the phase with the order in its queue
     */
    static Transition join(Env env, Live live, Order order, ChannelState same, Function<Live, Transition> longer) {
        if (isKnown(live, order)) {
            return Transition.stay(same);
        }
        return refusal(env, live, order)
                .map(refusal -> Transition.to(same).notify(refusal).done())
                .orElseGet(() -> longer.apply(live.enqueue(order)));
    }

    /** The same id is the same order: giving it twice must not pay twice. */
    static boolean isKnown(Live live, Order order) {
        return live.queue().stream().anyMatch(o -> o.id().equals(order.id()))
                || live.authorised().stream()
                        .flatMap(a -> a.orders().stream())
                        .anyMatch(o -> o.id().equals(order.id()));
    }

    /** Why this order cannot even wait. Whether it fits behind the whole queue shows when its turn comes. */
    private static Optional<Notice> refusal(Env env, Live live, Order order) {
        if (live.wish() == Live.Wish.CLOSE) {
            return Optional.of(order.refused(Notice.Refusal.NOT_OPEN, "the channel is closing"));
        }
        Optional<Notice> amount = order.payment().flatMap(payment -> amount(live, payment));
        if (amount.isPresent()) {
            return amount;
        }
        return live.queue().size() >= env.limits().maxQueue()
                ? Optional.of(order.refused(Notice.Refusal.QUEUE_FULL, "too many payments are waiting"))
                : Optional.empty();
    }

    private static Optional<Notice> amount(Live live, Payment payment) {
        if (payment.asset() < 0
                || payment.asset() >= live.state().balances().assets()
                || payment.amount().signum() <= 0) {
            return Optional.of(payment.refused(
                    Notice.Refusal.AMOUNT, "the amount must be above zero, in an asset of the channel"));
        }
        return payment.amount().compareTo(live.state().balances().of(payment.asset(), live.own())) > 0
                ? Optional.of(payment.refused(Notice.Refusal.INSUFFICIENT, "the amount is above the balance"))
                : Optional.empty();
    }
}
