package dev.zorya.channel.core;

import dev.zorya.channel.message.UpdateMessage;
import dev.zorya.channel.value.Allocation;

/** It never became a channel: declined, unanswered, or left while signing. Nothing was paid in by us. */
public record Ended(Dossier dossier, Allocation proposed, String reason) implements ChannelState {
    @Override
    public Phase phase() {
        return Phase.INIT_ACTING;
    }

    @Override
    public Transition refuse(UpdateMessage.Update update, String why) {
        return Transition.stay(this);
    }
}
