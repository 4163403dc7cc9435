package dev.zorya.wallet.agent;

import dev.zorya.identity.Identity;

/** Another identity without an agent behind it. */
public final class Switch {
    private Switch() {}

    public static void to(CurrentIdentity current, Identity other) {
        current.become(other);
    }
}
