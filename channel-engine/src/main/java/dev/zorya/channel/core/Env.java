package dev.zorya.channel.core;

import dev.zorya.channel.port.Signer;
import dev.zorya.channel.port.StateScheme;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.WireIdentity;

/**
 * The deterministic surroundings of a step: pure functions and constants.
 *
 * @param self our wallet addresses, the participant in new channels
 * @param wire our network identity
 * @param family the channels above and below this one, as they are at the moment of the step
 */
public record Env(
        StateScheme scheme,
        Signer signer,
        Participant self,
        WireIdentity wire,
        Limits limits,
        Apps apps,
        Family family) {
    public Env(StateScheme scheme, Signer signer, Participant self, WireIdentity wire, Limits limits, Apps apps) {
        this(scheme, signer, self, wire, limits, apps, Family.NONE);
    }

    Env within(Family around) {
        return new Env(scheme, signer, self, wire, limits, apps, around);
    }
}
