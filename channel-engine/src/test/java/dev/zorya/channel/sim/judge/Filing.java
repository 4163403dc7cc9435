package dev.zorya.channel.sim.judge;

import dev.zorya.channel.value.ChannelId;
import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Signature;
import dev.zorya.channel.value.SignedState;
import dev.zorya.channel.value.State;
import java.util.List;

/**
 * What somebody puts before the judge for one channel. Nothing of it need be right.
 *
 * @param signatures in the order of the participants, if it is right
 */
public record Filing(Params params, State state, List<Signature> signatures) {
    public Filing {
        signatures = List.copyOf(signatures);
    }

    /** With all the signatures that there are. */
    public static Filing of(SignedState signed) {
        return new Filing(
                signed.params(),
                signed.transaction().state(),
                List.copyOf(signed.transaction().signatures().values()));
    }

    ChannelId channel() {
        return state.id();
    }
}
