package dev.zorya.channel.engine;

import dev.zorya.channel.value.Allocation;
import dev.zorya.channel.value.App;
import dev.zorya.channel.value.Bytes;
import java.time.Duration;

/**
 * The wish to open a sub-channel in a channel that we opened; it has the same two people and the same assets.
 *
 * @param initial balances of both, taken from their balances in the parent
 */
public record OpenSub(Allocation initial, Duration challenge, App app, Bytes initData) {}
