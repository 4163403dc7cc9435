package dev.zorya.channel.ethereum;

import dev.zorya.channel.value.Params;
import dev.zorya.channel.value.Transaction;

/** What the adjudicator takes to register a channel: the params and a state that everybody has signed (ONCHAIN.md 2). */
public record SignedState(Params params, Transaction transaction) {}
