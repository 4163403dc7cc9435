package dev.zorya.channel.value;

/**
 * Data that cannot be what it claims to be: a shape, length or range that the protocol does not allow. Thrown while
 * decoding or constructing a value; always the fault of the data, never of this program.
 */
public class MalformedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedException(String message) {
        super(message);
    }

    public MalformedException(String message, Throwable cause) {
        super(message, cause);
    }
}
