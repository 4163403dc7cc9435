package dev.zorya.channel.core;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.State;
import java.util.List;

/**
 * A state that left our hands with our signature and is not fully signed: the peer can still complete it (safety rule 2).
 *
 * @param digest what was signed
 * @param payments that this state carries
 * @param afterwards what becomes of the payments once a version without them is fully signed
 */
record Authorised(State state, Bytes digest, Signature own, List<Payment> payments, Afterwards afterwards) {
    enum Afterwards {
        /** They are paid again in a later version. */
        RETRY,
        /** They are taken back. */
        CANCEL
    }

    Authorised {
        payments = List.copyOf(payments);
    }

    long version() {
        return state.version();
    }

    Authorised with(Afterwards decision) {
        return new Authorised(state, digest, own, payments, decision);
    }
}
