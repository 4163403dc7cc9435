package dev.zorya.channel.engine;

import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.Participant;
import dev.zorya.channel.value.WireIdentity;
import java.time.Duration;

/**
 * The wish to open a ledger channel; we become participant 0.
 *
 * @param expected the peer's pinned wallet addresses; anybody else is refused (safety rule 6)
 * @param extensions the peer announced that it understands our own messages
 * @param initial balances and deposits of both
 */
public record OpenChannel(
        WireIdentity peer,
        Participant expected,
        boolean extensions,
        Allocation initial,
        Duration challenge,
        App app,
        Bytes initData) {}
