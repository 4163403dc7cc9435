package dev.zorya.ethereum.ledger;

import dev.zorya.channel.port.LedgerException;
import dev.zorya.ethereum.ledger.Endpoint.Outcome;
import dev.zorya.ethereum.rpc.Head;
import dev.zorya.ethereum.rpc.Node;
import dev.zorya.ethereum.rpc.NodeException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The nodes of one chain. Before each round all are asked for their newest block, and the one that knows most is used: a node
 * that lags behind or hides blocks hides nothing as long as another one shows them (threat 28). Only the chain thread uses it.
 */
final class Endpoints {
    /** How much longer than the first good answer the others may take. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** A block from further in the future is not believed while another node knows of no such thing. */
    private static final Duration FUTURE = Duration.ofMinutes(15);
    /** New blocks after which another node that knows as much is asked, should the one in use lie. */
    private static final int TURN_EVERY = 10;

    private final Node node;
    private final InstantSource clock;
    private final ChainCheck check;
    private List<Endpoint> all;
    private Endpoint used;
    private long round;
    private long newest;
    private int heads;

    Endpoints(Node node, EthereumConfig config, InstantSource clock) {
        this.node = node;
        this.clock = clock;
        this.check = new ChainCheck(config);
        this.all =
                node.each().stream().map(one -> new Endpoint(one, check, clock)).toList();
        this.used = all.getFirst();
    }

    /**
     * The newest block, and what is new about where it comes from.
     *
     * @param fresh the node that gave it was not the one in use, or had been away
     */
    record Newest(Head head, boolean fresh) {}

    /**
     * Asks for the newest block and uses whoever knows it from now on.
     *
     * @throws LedgerException if no node can be used and the first one is wrong
     */
    Newest newest() throws LedgerException, NodeException, InterruptedException {
        round++;
        Instant now = clock.instant();
        List<Endpoint> due = all.stream().filter(one -> one.isDue(now)).toList();
        ask(due.isEmpty() ? all : due);
        List<Outcome.Fine> fine = plausible(now);
        Optional<Outcome.Fine> best =
                fine.stream().max(Comparator.comparingLong(one -> one.head().number()));
        if (best.isEmpty()) {
            throw all.getFirst().failure();
        }
        Head head = best.get().head();
        boolean isNew = head.number() != newest;
        newest = head.number();
        return use(
                fine.stream()
                        .filter(one -> one.head().number() == head.number())
                        .toList(),
                isNew);
    }

    /** Among those who know as much, whoever is used already; now and then another one. */
    private Newest use(List<Outcome.Fine> equals, boolean isNew) {
        int mine = -1;
        for (int index = 0; index < equals.size(); index++) {
            mine = equals.get(index).by().equals(used) ? index : mine;
        }
        boolean turn = isNew && ++heads % TURN_EVERY == 0;
        Outcome.Fine next = equals.get(mine < 0 ? 0 : turn ? (mine + 1) % equals.size() : mine);
        boolean fresh = !next.by().equals(used) || next.first();
        used = next.by();
        node.choose(used.alone());
        return new Newest(next.head(), fresh);
    }

    /** Waits for all, but not long for the others once one has given a good answer. */
    private void ask(List<Endpoint> due) throws InterruptedException {
        if (all.size() == 1) {
            all.getFirst().ask(round);
            return;
        }
        BlockingQueue<Endpoint> answered = new LinkedBlockingQueue<>();
        int open = 0;
        for (Endpoint one : due) {
            if (one.begin()) {
                open++;
                Thread.ofVirtual().start(() -> {
                    one.ask(round);
                    answered.add(one);
                });
            }
        }
        Duration patience = PATIENCE;
        while (open > 0) {
            Endpoint one = answered.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (one == null) {
                return;
            }
            open--;
            patience = one.fine(round).isPresent() ? GRACE : patience;
        }
    }

    private List<Outcome.Fine> plausible(Instant now) {
        List<Outcome.Fine> fine = new ArrayList<>();
        all.forEach(one -> one.fine(round).ifPresent(fine::add));
        Instant latest = now.plus(FUTURE);
        List<Outcome.Fine> possible =
                fine.stream().filter(one -> one.head().time().isBefore(latest)).toList();
        return possible.isEmpty() ? fine : possible;
    }

    /** The node in use was of use to the end of the round. */
    void good() {
        used.good();
    }

    /** No node could be used, or the one in use failed in the middle of a round. True if another one may do. */
    boolean failed(NodeException cause) {
        if (used.fine(round).isPresent()) {
            used.fail(cause);
        }
        return all.stream().anyMatch(one -> one.fine(round).isPresent());
    }

    /** When it makes sense to ask again after no node could be used. */
    Duration pause() {
        Instant now = clock.instant();
        Instant next =
                all.stream().map(Endpoint::retry).min(Comparator.naturalOrder()).orElse(now);
        return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
    }

    /** Other nodes after the first one from now on; of those that stay it is known how they do. */
    void further(List<URI> https) {
        List<Endpoint> before = all;
        node.further(https);
        all = node.each().stream()
                .map(one -> before.stream()
                        .filter(known -> known.alone().uri().equals(one.uri()))
                        .findFirst()
                        .orElseGet(() -> new Endpoint(one, check, clock)))
                .toList();
        used = all.contains(used) ? used : all.getFirst();
    }

    /** How each of them is doing, the first one first. */
    List<NodeHealth> health() {
        return all.stream().map(one -> one.health(one == used)).toList();
    }

    /** For the sentence when nothing answers. */
    Endpoint first() {
        return all.getFirst();
    }
}
