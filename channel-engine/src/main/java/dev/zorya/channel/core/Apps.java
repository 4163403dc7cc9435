package dev.zorya.channel.core;

import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.State;
import java.util.Map;
import java.util.Optional;

/** The apps that this wallet knows, by id. A channel with any other app is refused (safety rule 7). */
public record Apps(Map<Bytes, AppRules> known) {
    public static final Apps NONE = new Apps(Map.of());

    public Apps {
        known = Map.copyOf(known);
    }

    Optional<String> initial(App app, Bytes data) {
        return switch (app) {
            case App.None none -> data.size() == 0 ? Optional.empty() : Optional.of("data without an app");
            case App.Contract contract ->
                Optional.ofNullable(known.get(contract.id()))
                        .map(rules -> rules.initial(data))
                        .orElseGet(() -> Optional.of("an app that this wallet does not know"));
        };
    }

    Optional<String> transition(State from, State to, int actor) {
        return switch (from.app()) {
            case App.None none -> initial(to.app(), to.data());
            case App.Contract contract ->
                Optional.ofNullable(known.get(contract.id()))
                        .map(rules -> rules.transition(from, to, actor))
                        .orElseGet(() -> Optional.of("an app that this wallet does not know"));
        };
    }
}
