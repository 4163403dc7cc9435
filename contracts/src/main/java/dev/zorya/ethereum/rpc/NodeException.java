package dev.zorya.ethereum.rpc;

import java.util.Optional;

/** A request to a node that brought no result. */
public abstract sealed class NodeException extends Exception {
    private static final long serialVersionUID = 1L;

    private NodeException(String message) {
        super(message);
    }

    private NodeException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Nobody answered, or what answered does not speak JSON-RPC. The request may or may not have had its effect. */
    public static sealed class Unreachable extends NodeException {
        private static final long serialVersionUID = 1L;

        public Unreachable(String message) {
            super(message);
        }

        public Unreachable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The node answers no more questions for now; later it will. */
    public static final class Limited extends Unreachable {
        private static final long serialVersionUID = 1L;

        Limited(String message) {
            super(message);
        }
    }

    /** The node answered that it will not or cannot. {@link #getMessage} is in the node's words. */
    public static final class Refused extends NodeException {
        private static final long serialVersionUID = 1L;

        private final String data;

        Refused(String message, String data) {
            super(message);
            this.data = data;
        }

        /** The text or panic code with which a contract reverted, if the node passed it on. */
        public Optional<String> revertReason() {
            return RevertData.reason(data);
        }
    }
}
