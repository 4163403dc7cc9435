package dev.zorya.channel.message;

import dev.zorya.channel.value.Bytes;

/** Messages about the connection itself (OFFCHAIN.md 2.3, 2.6). */
public sealed interface Control extends Message {
    /**
     * Asks whether the peer is there; a go-perun peer does not answer.
     *
     * @param created Unix time in nanoseconds
     */
    record Ping(long created) implements Control {
        @Override
        public int type() {
            return 0;
        }
    }

    /**
     * The answer to a ping.
     *
     * @param created Unix time in nanoseconds, as in the ping that it answers
     */
    record Pong(long created) implements Control {
        @Override
        public int type() {
            return 1;
        }
    }

    record Shutdown(String reason) implements Control {
        @Override
        public int type() {
            return 2;
        }
    }

    /** The proof of a wire identity; the signature's length is that of the key (256 bytes for RSA-2048). */
    record AuthResponse(Bytes signature) implements Control {
        @Override
        public int type() {
            return 3;
        }
    }
}
