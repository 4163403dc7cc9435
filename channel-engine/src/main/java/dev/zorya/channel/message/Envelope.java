package dev.zorya.channel.message;

import dev.zorya.channel.value.WireIdentity;

/** A message with its two ends (OFFCHAIN.md 2.2). On arrival, {@code sender} is the identity the connection proved. */
public record Envelope(WireIdentity sender, WireIdentity recipient, Message message) {}
