package dev.zorya.node.peer;

import java.util.Locale;

/** How the constants of an enum stand in flags and messages. */
final class Choice {
    private Choice() {}

    static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
