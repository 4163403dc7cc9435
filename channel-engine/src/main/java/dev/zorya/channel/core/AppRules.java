package dev.zorya.channel.core;

import dev.zorya.channel.value.State;
import java.util.Optional;

/** The off-chain twin of an app contract's validTransition. Must refuse whatever the contract would refuse. */
@FunctionalInterface
public interface AppRules {
    /** @return why the app does not allow it, or nothing */
    Optional<String> transition(State from, State to, int actor);

    /** Payment app (OFFCHAIN.md 5.7): no data; the actor's balances do not grow, nobody else's shrink. */
    AppRules PAYMENT = (from, to, actor) -> {
        if (to.data().size() != 0) {
            return Optional.of("the payment app has no data");
        }
        for (int asset = 0; asset < from.balances().assets(); asset++) {
            for (int index = 0; index < from.balances().participants(); index++) {
                int change =
                        to.balances().of(asset, index).compareTo(from.balances().of(asset, index));
                if (index == actor ? change > 0 : change < 0) {
                    return Optional.of("the payment app lets the actor only give");
                }
            }
        }
        return Optional.empty();
    };
}
