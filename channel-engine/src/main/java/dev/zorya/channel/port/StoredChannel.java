package dev.zorya.channel.port;

import dev.zorya.channel.value.Bytes;
import dev.zorya.channel.value.ProposalId;

/** A channel as the store gives it back: the newest terms and body that were written under its key. */
public record StoredChannel(ProposalId key, Bytes terms, Bytes body) {}
