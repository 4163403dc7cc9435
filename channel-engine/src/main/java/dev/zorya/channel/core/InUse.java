package dev.zorya.channel.core;

import dev.zorya.channel.port.LedgerEvent;
import java.time.Instant;
import java.util.Optional;

/** What the phases share in which both can pay: whatever was going on, the ledger's word ends it. */
sealed interface InUse extends ChannelState permits Open, Deciding, Updating, Finalising {
    Live live();

    @Override
    default Dossier dossier() {
        return live().dossier();
    }

    @Override
    default Optional<Live> inUse() {
        return Optional.of(live());
    }

    @Override
    default Transition neighbours(Env env, Instant now) {
        if (env.family().isParentOver()) {
            return Concluding.withParent(env, live(), Optional.empty(), now);
        }
        return env.family().isParentDisputed() ? Watching.withParent(live(), now) : Transition.stay(this);
    }

    @Override
    default Transition closeAlone(Env env, Instant now) {
        return Watching.alone(env, this, live(), now);
    }

    @Override
    default Transition registered(Env env, LedgerEvent.Registered event, Instant now) {
        return Watching.registered(env, live(), event, now);
    }

    @Override
    default Transition concluded(Env env, LedgerEvent.Concluded concluded, Instant now) {
        return Concluding.begin(env, live(), concluded, Optional.empty(), now);
    }
}
