package dev.zorya.channel.value;

/** Something a channel holds: the ledger kind and that ledger's binary form of the asset (OFFCHAIN.md 5.5). */
public record Asset(int backendId, Bytes binary) {}
