package dev.zorya.channel.core;

import static dev.zorya.channel.core.Operation.*;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** go-perun's phases, in the order of their numbers on the wire (OFFCHAIN.md 6), and what its machine permits in each. */
public enum Phase {
    INIT_ACTING,
    INIT_SIGNING,
    FUNDING,
    ACTING,
    SIGNING,
    FINAL,
    REGISTERING,
    REGISTERED,
    PROGRESSING,
    PROGRESSED,
    WITHDRAWING,
    WITHDRAWN;

    private static final Set<Phase> SIGNABLE = EnumSet.of(INIT_SIGNING, SIGNING, PROGRESSING);
    private static final Set<Phase> PROGRESSABLE = EnumSet.of(REGISTERED, PROGRESSING, PROGRESSED);
    private static final Set<Phase> WITHDRAWABLE = EnumSet.of(FINAL, REGISTERED, PROGRESSED, WITHDRAWING);

    /** The number in a ChannelSync message. */
    public int number() {
        return ordinal();
    }

    /** Where {@code operation} leads from here, or nothing where the machine refuses it. */
    public Optional<Phase> after(Operation operation) {
        return switch (operation) {
            case INIT -> from(INIT_ACTING, INIT_SIGNING);
            case SIGN -> SIGNABLE.contains(this) ? Optional.of(this) : Optional.empty();
            case ENABLE_INIT -> from(INIT_SIGNING, FUNDING);
            case SET_FUNDED -> from(FUNDING, ACTING);
            case UPDATE -> from(ACTING, SIGNING);
            case FORCE_UPDATE -> Optional.of(SIGNING);
            case ENABLE_UPDATE, DISCARD_UPDATE -> from(SIGNING, ACTING);
            case ENABLE_FINAL -> from(SIGNING, FINAL);
            case SET_REGISTERING -> compareTo(FUNDING) >= 0 ? Optional.of(REGISTERING) : Optional.empty();
            case SET_REGISTERED -> compareTo(FUNDING) >= 0 ? Optional.of(REGISTERED) : Optional.empty();
            case SET_PROGRESSING -> PROGRESSABLE.contains(this) ? Optional.of(PROGRESSING) : Optional.empty();
            case SET_PROGRESSED -> Optional.of(PROGRESSED);
            case SET_WITHDRAWING -> WITHDRAWABLE.contains(this) ? Optional.of(WITHDRAWING) : Optional.empty();
            case SET_WITHDRAWN -> from(WITHDRAWING, WITHDRAWN);
        };
    }

    private Optional<Phase> from(Phase required, Phase next) {
        return this == required ? Optional.of(next) : Optional.empty();
    }
}
