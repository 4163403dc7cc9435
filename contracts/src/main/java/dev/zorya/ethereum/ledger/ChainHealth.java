package dev.zorya.ethereum.ledger;

import java.time.Instant;
import java.util.List;

/**
 * How things stand with the chain, for the person.
 *
 * @param announced new blocks are announced; otherwise the chain is polled, which is slower
 * @param head number of the newest block seen, 0 if none
 * @param headTime block time of it
 * @param behind the node's newest block is too old to act on
 * @param sentence what is wrong and what to do; empty while connected
 * @param nodes each of them, the first one first; empty before the first answer
 */
public record ChainHealth(
        State state,
        boolean announced,
        long head,
        Instant headTime,
        boolean behind,
        String sentence,
        List<NodeHealth> nodes) {
    public ChainHealth {
        nodes = List.copyOf(nodes);
    }

    static final ChainHealth AT_START =
            new ChainHealth(State.CONNECTING, false, 0, Instant.EPOCH, false, "", List.of());

    /** Words for the state. In all but CONNECTED nothing is sent and nothing is reported. */
    public enum State {
        CONNECTING,
        CONNECTED,
        /** Tried again and again. */
        UNREACHABLE,
        WRONG_CHAIN,
        UNKNOWN_CONTRACTS,
        STOPPED
    }

    /** Ends a listener. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    public boolean connected() {
        return state == State.CONNECTED;
    }

    /** Sentences about nodes that are not used at present, and why. */
    public List<String> ignored() {
        return nodes.stream()
                .filter(node -> !node.used())
                .map(NodeHealth::sentence)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    ChainHealth troubled(State trouble, String why, List<NodeHealth> nodes) {
        return new ChainHealth(trouble, announced, head, headTime, behind, why, nodes);
    }
}
