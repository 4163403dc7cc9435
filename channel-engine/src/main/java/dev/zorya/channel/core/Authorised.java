package dev.zorya.channel.core;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import java.util.List;

/**
 * A state that left our hands with our signature and is not fully signed: the peer can still complete it (safety rule 2).
 *
 * @param digest what was signed
 * @param orders that this state carries out; the durable ones alone after a restart
 * @param afterwards what becomes of the orders once a version without them is fully signed
 */
record Authorised(State state, Bytes digest, Signature own, List<Order> orders, Afterwards afterwards) {
    enum Afterwards {
        /** They are tried again in a later version. */
        RETRY,
        /** They are taken back. */
        CANCEL
    }

    Authorised {
        orders = List.copyOf(orders);
    }

    List<Payment> payments() {
        return orders.stream().flatMap(order -> order.payment().stream()).toList();
    }

    long version() {
        return state.version();
    }

    Authorised with(Afterwards decision) {
        return new Authorised(state, digest, own, orders, decision);
    }
}
