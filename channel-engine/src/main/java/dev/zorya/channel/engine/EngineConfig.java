package dev.zorya.channel.engine;

import dev.zorya.channel.core.Apps;
import dev.zorya.channel.core.Limits;
import dev.zorya.channel.port.Bus;
import dev.zorya.channel.port.ChannelStore;
import dev.zorya.channel.port.Ledger;
import dev.zorya.channel.port.Policy;
import dev.zorya.channel.port.Signer;
import dev.zorya.channel.value.WireIdentity;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * The world around an engine.
 *
 * @param self our network identity, as the bus proves it
 * @param signer key of {@code ledger.self()}
 * @param random unpredictable; channel nonces and proposal ids come from it
 */
public record EngineConfig(
        WireIdentity self,
        Ledger ledger,
        Signer signer,
        Bus bus,
        ChannelStore store,
        Policy policy,
        InstantSource clock,
        RandomGenerator random,
        Limits limits,
        Apps apps) {}
