package dev.zorya.channel.core;

import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.port.LedgerEvent;
import dev.zorya.channel.value.Transaction;
import java.time.Instant;

/** Over: everything of ours is on our account, confirmed. */
public record Withdrawn(Dossier dossier, Terms terms, Transaction last) implements ChannelState {
    @Override
    public Phase phase() {
        return Phase.WITHDRAWN;
    }

    @Override
    public Transition refuse(UpdateMessage.Update update, String reason) {
        return Transition.stay(this);
    }

    /** Only now we are shown what was concluded. */
    @Override
    public Transition concluded(Env env, LedgerEvent.Concluded concluded, Instant now) {
        return Concluding.shown(env, this, last, concluded, state -> new Withdrawn(dossier, terms, state), now);
    }

    /** It is closed: whoever asks for that hears so. */
    @Override
    public Transition close(Env env, Instant now) {
        return Transition.stay(this);
    }
}
