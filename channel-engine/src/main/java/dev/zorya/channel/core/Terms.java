package dev.zorya.channel.core;

import dev.zorya.channel.value.Balances;
import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Participant;

/** What both sides agreed on and nobody can change. @param agreement who deposits how much */
public record Terms(ChannelId id, Params params, Balances agreement) {
    Participant part(int index) {
        return params.parts().get(index);
    }
}
