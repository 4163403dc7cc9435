package dev.zorya.channel.core;

import dev.zorya.channel.message.UpdateMessage;
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

    /** It is closed: whoever asks for that hears so. */
    @Override
    public Transition close(Env env, Instant now) {
        return Transition.stay(this);
    }
}
