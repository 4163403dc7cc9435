package dev.zorya.channel.core;

/** Texts of rejections. BUSY has a meaning between our own: the payment is tried again and not taken back. */
final class Reasons {
    static final String BUSY = "busy: another update of this channel is under way";
    static final String NOT_OPEN = "this channel does not take updates now";
    static final String CLOSING = "this channel is closing";
    static final String UNSUPPORTED = "virtual channels are not supported";

    private Reasons() {}
}
