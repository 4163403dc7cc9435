package dev.zorya.node.peer;

import dev.zorya.channel.core.PaymentApp;
import dev.zorya.channel.port.StateApp;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.State;
import java.util.Optional;

/** The payment app, of which not even a present is taken unasked: a rig may want it refused. */
final class AskedPaymentApp implements StateApp {
    private final PaymentApp rules = new PaymentApp();

    @Override
    public Optional<String> initial(Allocation balances, Bytes data) {
        return rules.initial(balances, data);
    }

    @Override
    public Optional<String> transition(Params params, State from, State to, int actor) {
        return rules.transition(params, from, to, actor);
    }

    @Override
    public Consent consent(State from, State to, int own) {
        return Consent.ASK;
    }
}
