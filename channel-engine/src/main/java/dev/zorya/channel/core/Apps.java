package dev.zorya.channel.core;

import dev.zorya.channel.port.StateApp;
import dev.zorya.channel.port.StateApp.Consent;
import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.State;
import java.util.Map;
import java.util.Optional;

/**
 * The apps that this wallet knows, by id. A channel with any other app is refused (safety rule 7).
 *
 * @param gifts who decides on an update that takes nothing from us, in a channel without an app
 */
public record Apps(Map<Bytes, StateApp> known, Consent gifts) {
    public static final Apps NONE = new Apps(Map.of());

    public Apps {
        known = Map.copyOf(known);
    }

    /** What only gives us something is signed at once. */
    public Apps(Map<Bytes, StateApp> known) {
        this(known, Consent.SIGN);
    }

    Optional<String> initial(App app, Allocation balances, Bytes data) {
        return switch (app) {
            case App.None none -> empty(data);
            case App.Contract contract ->
                Optional.ofNullable(known.get(contract.id()))
                        .map(rules -> rules.initial(balances, data))
                        .orElseGet(Apps::unknown);
        };
    }

    Optional<String> transition(Params params, State from, State to, int actor) {
        return switch (from.app()) {
            case App.None none -> empty(to.data());
            case App.Contract contract ->
                Optional.ofNullable(known.get(contract.id()))
                        .map(rules -> rules.transition(params, from, to, actor))
                        .orElseGet(Apps::unknown);
        };
    }

    /** Nobody need be asked about this valid update of the peer: it gives us something, or the app's rules settle it. */
    boolean settles(State from, State to, int own) {
        if (StateRules.isNeutral(from, to)) {
            return !to.isFinal();
        }
        return switch (from.app()) {
            case App.None none -> gifts == Consent.SIGN && !to.isFinal() && StateRules.takesNothing(from, to, own);
            case App.Contract contract ->
                Optional.ofNullable(known.get(contract.id()))
                        .filter(rules -> rules.consent(from, to, own) == Consent.SIGN)
                        .isPresent();
        };
    }

    boolean knows(App app) {
        return switch (app) {
            case App.None none -> true;
            case App.Contract contract -> known.containsKey(contract.id());
        };
    }

    static Optional<String> unknown() {
        return Optional.of("an app that this wallet does not know");
    }

    private static Optional<String> empty(Bytes data) {
        return data.size() == 0 ? Optional.empty() : Optional.of("data without an app");
    }
}
