package dev.zorya.interop;

/** Which program a peer is. */
enum Side {
    ZORYA,
    GO;

    Side other() {
        return this == ZORYA ? GO : ZORYA;
    }
}
