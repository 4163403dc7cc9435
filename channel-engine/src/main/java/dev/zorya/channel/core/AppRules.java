package dev.zorya.channel.core;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.State;
import java.util.Optional;

/** The off-chain twin of an app contract's validTransition. Must refuse whatever the contract would refuse. */
@FunctionalInterface
public interface AppRules {
    /**
     * Whether {@code actor} may replace one state by the other.
     *
     * @return why the app does not allow it, or nothing
     */
    Optional<String> transition(State from, State to, int actor);

    /**
     * Whether a channel may begin with this data.
     *
     * @return why not, or nothing
     */
    default Optional<String> initial(Bytes data) {
        return Optional.empty();
    }
}
