package dev.zorya.ethereum.ledger;

import dev.zorya.channel.port.LedgerException;
import dev.zorya.ethereum.rpc.Backoff;
import dev.zorya.ethereum.rpc.Head;
import dev.zorya.ethereum.rpc.Node;
import dev.zorya.ethereum.rpc.NodeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** One node of a chain and how it is doing. It is checked for chain and contracts before it is used and after each outage. */
final class Endpoint {
    /** Wrong chain and wrong contracts do not heal in seconds, but a node can be exchanged while we run. */
    private static final Duration WRONG = Duration.ofSeconds(10);

    private final Node alone;
    private final ChainCheck check;
    private final InstantSource clock;
    private final Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(20));
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile Instant retry = Instant.MIN;
    private volatile long newest;
    private volatile Outcome outcome = new Outcome.Out(new NodeException.Unreachable("not asked yet"));

    Endpoint(Node alone, ChainCheck check, InstantSource clock) {
        this.alone = alone;
        this.check = check;
        this.clock = clock;
    }

    /** What the last question brought. */
    sealed interface Outcome {
        /**
         * It gave its newest block.
         *
         * @param first since it was checked
         */
        record Fine(Endpoint by, long round, Head head, boolean first) implements Outcome {}

        record Out(NodeException cause) implements Outcome {}

        record Wrong(LedgerException cause) implements Outcome {}
    }

    Node alone() {
        return alone;
    }

    Instant retry() {
        return retry;
    }

    boolean isDue(Instant now) {
        return !now.isBefore(retry);
    }

    /** False while an earlier question is open. */
    boolean begin() {
        return busy.compareAndSet(false, true);
    }

    void ask(long round) {
        try {
            boolean first = !(outcome instanceof Outcome.Fine);
            if (first) {
                check.check(alone);
            }
            Head head = alone.head();
            newest = head.number();
            outcome = new Outcome.Fine(this, round, head, first);
        } catch (NodeException e) {
            fail(e);
        } catch (LedgerException e) {
            outcome = new Outcome.Wrong(e);
            retry = clock.instant().plus(WRONG);
        } finally {
            busy.set(false);
        }
    }

    /** It answered all that it was asked: the next trouble begins with a short pause. */
    void good() {
        backoff.reset();
    }

    void fail(NodeException cause) {
        outcome = new Outcome.Out(cause);
        retry = clock.instant().plus(backoff.next());
    }

    /** Its newest block, if it gave one in this round. */
    Optional<Outcome.Fine> fine(long round) {
        return outcome instanceof Outcome.Fine fine && fine.round() == round ? Optional.of(fine) : Optional.empty();
    }

    /** Throws what was the matter; for an endpoint that did not do. */
    NodeException failure() throws LedgerException {
        return switch (outcome) {
            case Outcome.Fine fine -> new NodeException.Unreachable("no answer in time");
            case Outcome.Out out -> out.cause();
            case Outcome.Wrong wrong -> throw wrong.cause();
        };
    }

    /** For the person. @param used questions go to it */
    NodeHealth health(boolean used) {
        return new NodeHealth(alone.uri(), used, newest, sentence());
    }

    /** Why it cannot be used; empty if it can. */
    private String sentence() {
        return switch (outcome) {
            case Outcome.Fine fine -> "";
            case Outcome.Out out -> sentence(out.cause());
            case Outcome.Wrong wrong ->
                alone.uri().getAuthority() + ": " + wrong.cause().getMessage();
        };
    }

    String sentence(NodeException cause) {
        return cause instanceof NodeException.Limited
                ? Sentences.limited(alone.uri())
                : Sentences.unreachable(alone.uri());
    }
}
