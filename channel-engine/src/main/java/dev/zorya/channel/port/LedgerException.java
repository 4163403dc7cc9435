package dev.zorya.channel.port;

/** The ledger could not be asked or did not take something. Says what it means for the money and what to do. */
public final class LedgerException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why; decides what the person is told. */
    public enum Reason {
        UNREACHABLE,
        WRONG_CHAIN,
        NOT_ENOUGH_FUNDS,
        /** The chain would not execute it. */
        REVERTED,
        /** Gas costs more than the person allows; goes on by itself when it is cheaper. */
        FEES_ABOVE_LIMIT,
        /** Contracts at the configured addresses are not the known ones. */
        UNKNOWN_CONTRACTS,
        STORE
    }

    private final Reason reason;

    public LedgerException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public LedgerException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
