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
 */
public record Env(StateScheme scheme, Signer signer, Participant self, WireIdentity wire, Limits limits, Apps apps) {}
