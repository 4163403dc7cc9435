package dev.zorya.channel.core;

/** What can be done to a channel, in the terms of go-perun's machine (OFFCHAIN.md 6). */
public enum Operation {
    INIT,
    /** Adding a signature, own or the peer's. */
    SIGN,
    ENABLE_INIT,
    SET_FUNDED,
    UPDATE,
    FORCE_UPDATE,
    ENABLE_UPDATE,
    ENABLE_FINAL,
    DISCARD_UPDATE,
    SET_REGISTERING,
    SET_REGISTERED,
    SET_PROGRESSING,
    SET_PROGRESSED,
    SET_WITHDRAWING,
    SET_WITHDRAWN
}
