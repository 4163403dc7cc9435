package dev.zorya.node.peer;

/** What this peer answers. */
enum Rule {
    /** Yes to proposals, and to updates that take nothing from us. */
    AUTO,
    /** Yes to everything that the protocol allows. */
    ALL,
    /** What a command says. */
    ASK,
    /** No. */
    REJECT
}
