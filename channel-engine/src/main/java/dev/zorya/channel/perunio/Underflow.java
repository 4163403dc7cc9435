package dev.zorya.channel.perunio;

/** The input ends where more could still arrive. Never leaves the package; has no stack trace, because it is routine. */
final class Underflow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** How many bytes from the start of the envelope are needed at least. */
    final int needed;

    Underflow(int needed) {
        super(null, null, false, false);
        this.needed = needed;
    }
}
