package dev.zorya.storage;

import java.time.Instant;

/**
 * What goes to another wallet, before it is signed: a letter is signed each time it leaves, by the DID that this wallet has then.
 *
 * @param recipient DID
 * @param id unique for good
 * @param kind says which part of the other wallet takes it
 * @param body JSON object
 * @param expires nobody sends or takes it from then on
 */
public record Letter(String recipient, String id, String kind, String body, Instant issued, Instant expires) {}
