package dev.zorya.channel.codec;

import dev.zorya.channel.value.MalformedException;

/** A sound message that this codec cannot carry to a go-perun peer (OFFCHAIN.md 4). Nothing of it was sent. */
public final class NotCarriedException extends MalformedException {
    private static final long serialVersionUID = 1L;

    public NotCarriedException(String message) {
        super(message);
    }
}
