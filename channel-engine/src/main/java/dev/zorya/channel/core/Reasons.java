package dev.zorya.channel.core;

/** Texts of rejections. BUSY has a meaning between our own: the payment is tried again and not taken back. */
final class Reasons {
    static final String BUSY = "busy: another update of this channel is under way";
    static final String NOT_OPEN = "this channel does not take updates now";
    static final String CLOSING = "this channel is closing";
    static final String CROSSED = "something else is signed for this version; the ledger can still close the channel";
    static final String DISPUTED = "this channel is being settled on the ledger";
    static final String OVERTAKEN = "the ledger has gone on without this move";
    static final String UNDECIDED = "nobody has decided on this in time";
    static final String PARENT_CLOSED = "the channel that it should live in was closed";
    static final String STALE = "this wallet was restored from a copy and waits for the newest balance";
    static final String RESTORED = "it was not open yet when the copy was made";
    static final String UNSUPPORTED = "virtual channels are not supported";

    private static final int MAX_LENGTH = 200;

    private Reasons() {}

    /** A text of the peer for people's eyes: one line, short, without control and direction characters (THREATS.md 63). */
    static String clean(String text) {
        return clean(text, MAX_LENGTH);
    }

    static String clean(String text, int limit) {
        String line = text.replaceAll("\\p{C}", " ");
        return line.codePointCount(0, line.length()) > limit
                ? line.substring(0, line.offsetByCodePoints(0, limit))
                : line;
    }
}
