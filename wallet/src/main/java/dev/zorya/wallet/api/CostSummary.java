package dev.zorya.wallet.api;

/** What a channel costs at the present fee, in the chain's coin. @param feePerGas shown as "at n gwei" */
public record CostSummary(Amount open, Amount closeTogether, Amount closeAlone, Amount setAside, Amount feePerGas) {}
