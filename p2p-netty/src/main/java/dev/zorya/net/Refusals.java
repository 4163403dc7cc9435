package dev.zorya.net;

import dev.zorya.channel.port.BusException;
import dev.zorya.channel.port.BusException.Reason;
import dev.zorya.channel.value.MalformedException;
import dev.zorya.channel.value.WireIdentity;

/** The sentences for a message that could not be handed over: what happened, what it means, what to do (UI.md 11). */
final class Refusals {
    private Refusals() {}

    static BusException unknown(WireIdentity peer) {
        return new BusException(
                Reason.UNKNOWN_PEER,
                "No address is known for " + Self.label(peer)
                        + ". Nothing was sent. Ask them for a new contact card, or let them connect to you.");
    }

    static BusException self() {
        return new BusException(
                Reason.UNKNOWN_PEER, "This is your own wallet. Nothing was sent. Choose another contact.");
    }

    static BusException offline(WireIdentity peer, Endpoint at, Throwable cause) {
        return new BusException(
                Reason.OFFLINE,
                Self.label(peer) + " does not answer at " + at
                        + ". Nothing was sent. Try again when they are online, or ask whether their address changed.",
                cause);
    }

    static BusException hungUp(WireIdentity peer, Endpoint at, String when) {
        return new BusException(
                Reason.OFFLINE,
                "The wallet at " + at + " " + when + ". Nothing was sent. Ask " + Self.label(peer)
                        + " whether they have your newest contact card.");
    }

    static BusException wrongKey(WireIdentity peer, Endpoint at) {
        return new BusException(
                Reason.WRONG_KEY,
                "Somebody answered at " + at + " with another key than " + Self.label(peer)
                        + ". Zorya refused and sent nothing. If they have a new computer, ask for a new contact card.");
    }

    static BusException unchecked(WireIdentity peer) {
        return new BusException(
                Reason.WRONG_KEY,
                "Without TLS Zorya cannot check the key of " + Self.label(peer) + ". Nothing was sent. Switch TLS on.");
    }

    static BusException notLoopback(Endpoint at) {
        return new BusException(
                Reason.OFFLINE,
                "Connections without TLS stay on this computer, and " + at
                        + " is elsewhere. Nothing was sent. Switch TLS on.");
    }

    static BusException lost(WireIdentity peer, Throwable cause) {
        return new BusException(
                Reason.LOST,
                "The connection to " + Self.label(peer)
                        + " broke. They may or may not have the message. Zorya asks when they are back.",
                cause);
    }

    static BusException stalled(WireIdentity peer) {
        return new BusException(
                Reason.LOST,
                Self.label(peer) + " takes no messages at the moment. This one was not sent. Try again in a minute.");
    }

    static BusException tooLong(int bytes, int limit) {
        return new BusException(
                Reason.LOST,
                "This message has " + bytes + " bytes, more than the " + limit
                        + " that a wallet takes. It was not sent. Split it into smaller ones.");
    }

    static BusException notCarried(MalformedException cause) {
        return new BusException(
                Reason.LOST,
                "This network's wire format has no place for this message. Nothing was sent, and no money moved. "
                        + "Leave out what only Zorya wallets know, such as a note or a request.",
                cause);
    }

    static BusException closed() {
        return new BusException(
                Reason.CLOSED, "Zorya is shutting down. Nothing was sent. Open it again and repeat what you did.");
    }
}
