package dev.zorya.channel.core;

import dev.zorya.channel.port.StateApp;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.State;
import java.util.Optional;

/** The payment app: no data; the actor's balances do not grow, nobody else's shrink (OFFCHAIN.md 5.7). */
public final class PaymentApp implements StateApp {
    @Override
    public Optional<String> initial(Allocation balances, Bytes data) {
        return data.size() == 0 ? Optional.empty() : Optional.of("the payment app has no data");
    }

    @Override
    public Optional<String> transition(Params params, State from, State to, int actor) {
        for (int asset = 0; asset < from.balances().assets(); asset++) {
            for (int index = 0; index < from.balances().participants(); index++) {
                int change =
                        to.balances().of(asset, index).compareTo(from.balances().of(asset, index));
                if (index == actor ? change > 0 : change < 0) {
                    return Optional.of("the payment app lets the actor only give");
                }
            }
        }
        return initial(to.allocation(), to.data());
    }

    /** What comes in needs nobody's consent; the end does. */
    @Override
    public Consent consent(State from, State to, int own) {
        return to.isFinal() ? Consent.ASK : Consent.SIGN;
    }
}
